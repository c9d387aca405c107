using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync;

/// <summary>How far the index of a workspace is. The checkpoint moves in the transaction that stores the page it stands for.</summary>
public sealed class SyncState : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public SyncPhase Phase { get; set; }

    /// <summary>Tasks stored by the running (or last) full sync.</summary>
    public int TasksRead { get; set; }

    /// <summary>Tasks the portal said it has when the full sync began; null until known.</summary>
    public int? TasksTotal { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Open id ranges of the full sync, as JSON.</summary>
    public string? Checkpoint { get; set; }

    /// <summary>Deltas read everything modified up to here (HubSpot's clock).</summary>
    public DateTimeOffset? DeltaCursor { get; set; }

    public DateTimeOffset? LastDeltaAt { get; set; }

    /// <summary>When the last webhook with events of this portal was taken; null while none ever was.</summary>
    public DateTimeOffset? LastHintAt { get; set; }

    /// <summary>When polling last found a change that no webhook had told of before.</summary>
    public DateTimeOffset? PolledChangeAt { get; set; }

    /// <summary>Sentence of the last failure; null after the next success.</summary>
    public string? Trouble { get; set; }
}

/// <summary>What the sync of a workspace is doing.</summary>
public enum SyncPhase
{
    /// <summary>Connected, nothing read yet.</summary>
    New = 0,

    /// <summary>Reading owners, options and account.</summary>
    Preparing = 1,

    /// <summary>Reading all tasks.</summary>
    Reading = 2,

    /// <summary>Reading the names of associated records.</summary>
    Naming = 3,

    /// <summary>Complete; deltas keep it fresh.</summary>
    Live = 4,
}

internal static class RunningSync
{
    /// <summary>The row of a sync that is under way.</summary>
    /// <exception cref="OperationCanceledException">The portal was disconnected meanwhile: there is nothing to read on for.</exception>
    public static async Task<SyncState> OfRunningAsync(this IQueryable<SyncState> states, CancellationToken ct) =>
        await states.FirstOrDefaultAsync(ct) ?? throw new OperationCanceledException("The portal was disconnected.");
}
