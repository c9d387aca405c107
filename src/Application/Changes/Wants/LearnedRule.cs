using Dashboard.Application.Kernel;

namespace Dashboard.Application.Changes.Wants;

/// <summary>
/// What HubSpot's refusals taught about a portal: a task whose property gets this value needs another property set. Administrators make such
/// rules in HubSpot; no call tells of them. https://knowledge.hubspot.com/properties/set-up-conditional-logic-for-properties
/// </summary>
public sealed class LearnedRule : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required string Property { get; init; }

    public required string Value { get; init; }

    /// <summary>The property that must not be empty then.</summary>
    public required string Needs { get; init; }

    public required DateTimeOffset LearnedAt { get; init; }
}
