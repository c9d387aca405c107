using Dashboard.Application.Kernel;

namespace Dashboard.Application.Workspaces;

/// <summary>Who did what, kept and never changed.</summary>
public sealed class AuditEntry : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null when the product itself acted (sync, expiry).</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Dotted verb, such as <c>hubspot.connected</c> or <c>member.removed</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, in words; never a secret.</summary>
    public string? Subject { get; init; }

    public static AuditEntry By(Actor actor, TimeProvider time, string action, string? subject = null) =>
        new() { WorkspaceId = actor.Workspace, At = time.GetUtcNow(), PersonId = actor.PersonId, Action = action, Subject = subject };
}
