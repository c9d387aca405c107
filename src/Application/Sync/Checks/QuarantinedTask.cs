using Dashboard.Application.Kernel;

namespace Dashboard.Application.Sync.Checks;

/// <summary>A task, or a part of it, that HubSpot sent in a way that cannot be shown. Listed for people; the next change of it is a new try.</summary>
public sealed class QuarantinedTask : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>Zero stands for all that came without an id.</summary>
    public required long TaskId { get; init; }

    /// <summary>A sentence for people.</summary>
    public required string Reason { get; set; }

    /// <summary>How often it was met.</summary>
    public int Times { get; set; }
}
