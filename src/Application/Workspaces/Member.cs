using Dashboard.Application.Kernel;

namespace Dashboard.Application.Workspaces;

/// <summary>A person in a workspace, with a role.</summary>
public sealed class Member
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required Guid PersonId { get; init; }

    public required Role Role { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Owner id in the connected portal, found by verified e-mail address after a sync.</summary>
    public long? OwnerId { get; set; }
}
