using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.Application.Sync;
using Dashboard.Application.Sync.Hints;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Infrastructure.Background.Replicas;

/// <summary>
/// Tells this process what the others said: its screens, and its loops if there is work for a lease it holds. A number can become visible
/// after a higher one (SQL Server hands them out before the commit), so the last seconds are read again each time and known ones left out.
/// </summary>
public sealed class FeedReader(IDashboardDbs dbs, ThisReplica me, SharedFeed feed, ChangeBell changes, SyncBell syncs, HintBell hints, TimeProvider clock)
{
    /// <summary>No transaction that stores signals takes as long: it is one insert.</summary>
    private static readonly TimeSpan LatestCommit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Numbers above <see cref="floor"/> that were seen, and when.</summary>
    private readonly Dictionary<long, long> seen = [];

    private long? floor;
    private (long Stamp, long Sequence) mark;

    public async Task ReadAsync(CancellationToken ct)
    {
        await using var directory = dbs.OpenDirectory();
        if (floor is not { } from)
        {
            floor = await directory.Feed.MaxAsync(e => (long?)e.Sequence, ct) ?? 0;
            mark = (clock.GetTimestamp(), floor.Value);
            return;
        }

        var rows = await directory.Feed.AsNoTracking().Where(e => e.Sequence > from).OrderBy(e => e.Sequence).ToListAsync(ct);
        foreach (var row in rows.Where(row => seen.TryAdd(row.Sequence, clock.GetTimestamp()) && row.Origin != me.Process))
        {
            Tell(row.Signal());
        }

        RaiseFloor();
        await TrimAsync(directory, ct);
    }

    private void Tell(WorkspaceSignal? signal)
    {
        if (signal is null)
        {
            return;
        }

        feed.PublishHere(signal);
        if (signal is WorkspaceSignal.TasksChanged { By: not null } or WorkspaceSignal.ConnectionChanged)
        {
            changes.Ring(signal.Workspace);
        }

        if (signal is WorkspaceSignal.ConnectionChanged)
        {
            syncs.Ring(signal.Workspace);
        }

        if (signal is WorkspaceSignal.WebhooksCame)
        {
            hints.Ring(signal.Workspace);
        }
    }

    private void RaiseFloor()
    {
        foreach (var (sequence, _) in seen.Where(s => clock.GetElapsedTime(s.Value) > LatestCommit).ToList())
        {
            floor = Math.Max(floor!.Value, sequence);
            seen.Remove(sequence);
        }
    }

    /// <summary>By our own monotonic clock: a wall clock that jumps must not take what others have not read.</summary>
    private async Task TrimAsync(IDirectoryDb directory, CancellationToken ct)
    {
        if (clock.GetElapsedTime(mark.Stamp) > Kept)
        {
            await directory.Feed.Where(e => e.Sequence <= mark.Sequence).ExecuteDeleteAsync(ct);
            mark = (clock.GetTimestamp(), floor!.Value);
        }
    }
}
