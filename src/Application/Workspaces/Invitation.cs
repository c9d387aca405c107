using Dashboard.Application.Kernel;

namespace Dashboard.Application.Workspaces;

/// <summary>A link that makes whoever opens it, signed in, a member. Works once.</summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>SHA-256 of the token in the link, as lower-case hex; the token itself is shown once and kept nowhere.</summary>
    public required string TokenHash { get; init; }

    public required Role Role { get; init; }

    public required Guid InvitedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public Guid? AcceptedBy { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }
}
