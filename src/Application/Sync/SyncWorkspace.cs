using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Checks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync;

/// <summary>One turn of keeping a workspace fresh: all of the portal until that is done once, then what changed. Failures are kept to be shown.</summary>
public sealed class SyncWorkspace(IDashboardDbs dbs, FullSync full, DeltaSync delta, WalkBin bin, CompareIndex compare, AskSeries series, IWorkspaceFeed feed, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var before = await ReadAsync(workspace, ct);
        if (before is { Connected: false })
        {
            return new Failure.NotConnected();
        }

        var outcome = before.Phase == SyncPhase.Live ? await delta.RunAsync(workspace, ct) : await full.RunAsync(workspace, ct);
        if (outcome.Ok && before.Phase == SyncPhase.Live)
        {
            outcome = await bin.RunAsync(workspace, ct);
        }

        if (outcome.Ok && before.Phase == SyncPhase.Live)
        {
            outcome = await compare.RunAsync(workspace, ct);
        }

        if (outcome.Ok && before.Phase == SyncPhase.Live)
        {
            await series.RunAsync(workspace, ct);
        }

        await KeepAsync(workspace, before.Phase, outcome.Failure, ct);
        return outcome;
    }

    private async Task<(SyncPhase Phase, bool Connected)> ReadAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var phase = await db.SyncStates.Select(s => (SyncPhase?)s.Phase).FirstOrDefaultAsync(ct);
        return (phase ?? SyncPhase.New, await db.Connections.AnyAsync(c => c.State == ConnectionState.Connected, ct));
    }

    private async Task KeepAsync(WorkspaceId workspace, SyncPhase before, Failure? failure, CancellationToken ct)
    {
        var changed = await dbs.StoreAsync(workspace, db => KeepAsync(db, before, failure?.Sentence, ct), ct);
        if (changed > 0)
        {
            feed.Publish(new WorkspaceSignal.SyncProgressed(workspace));
        }
    }

    private async Task<int> KeepAsync(IDashboardDb db, SyncPhase before, string? trouble, CancellationToken ct)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Connections.ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Trouble, c => c.State == ConnectionState.NeedsReconnect ? c.Trouble : trouble)
                .SetProperty(c => c.LastReadAt, c => trouble == null ? now : c.LastReadAt),
            ct);

        // A full sync that has just ended keeps its own sentence about tasks it had to leave out.
        return trouble is not null || before == SyncPhase.Live
            ? await db.SyncStates.Where(s => s.Trouble != trouble).ExecuteUpdateAsync(set => set.SetProperty(s => s.Trouble, trouble), ct)
            : 0;
    }
}
