using System.Collections.Concurrent;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync;

/// <summary>
/// Reads what changed in the portal since the last time. Search shows changes late, so each pass looks back a little, and once a minute
/// further; what is already known costs nothing but the reading.
/// </summary>
public sealed class DeltaSync(
    IDashboardDbs dbs, ReadModified read, RefreshLinks links, NameRecords name, PreparePortal prepare, IWorkspaceFeed feed, TimeProvider clock)
{
    private static readonly TimeSpan ShortLook = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongLook = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenLongLooks = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenPreparings = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<WorkspaceId, DateTimeOffset> lookedLong = new();
    private readonly ConcurrentDictionary<WorkspaceId, DateTimeOffset> prepared = new();

    public async Task<Result<Done>> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isLong = Due(lookedLong, workspace, BetweenLongLooks, now);
        var since = await SinceAsync(workspace, ct) - (isLong ? LongLook : ShortLook);
        var found = await read.RunAsync(workspace, since, ct);
        if (!found.Ok)
        {
            return found.Failure;
        }

        var followed = await FollowAsync(workspace, found.Value, ct);
        if (!followed.Ok)
        {
            return followed.Failure;
        }

        if (isLong)
        {
            lookedLong[workspace] = now;
        }

        await StoreAsync(workspace, found.Value, ct);
        if (found.Value.Changed.Count > 0)
        {
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, found.Value.Changed, By: null));
        }

        return await PrepareAsync(workspace, found.Value, now, ct);
    }

    private static bool Due(ConcurrentDictionary<WorkspaceId, DateTimeOffset> last, WorkspaceId workspace, TimeSpan every, DateTimeOffset now) =>
        !last.TryGetValue(workspace, out var at) || at + every <= now;

    private async Task<DateTimeOffset> SinceAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var state = await db.SyncStates.AsNoTracking().OfRunningAsync(ct);
        return state.DeltaCursor ?? state.StartedAt ?? clock.GetUtcNow();
    }

    /// <summary>Search holds no associations: those of newer tasks are asked for, and then the names of records not seen before.</summary>
    private async Task<Result<Done>> FollowAsync(WorkspaceId workspace, ModifiedTasks found, CancellationToken ct)
    {
        if (found.Newer.Count == 0)
        {
            return Done.Value;
        }

        var linked = await links.RunAsync(workspace, found.Newer, ct);
        return linked.Ok ? await name.RunAsync(workspace, found.Newer, null, CallPriority.Syncing, ct) : linked;
    }

    private Task<int> StoreAsync(WorkspaceId workspace, ModifiedTasks found, CancellationToken ct) => dbs.StoreAsync(
        workspace,
        async db =>
        {
            var state = await db.SyncStates.OfRunningAsync(ct);
            state.DeltaCursor = state.DeltaCursor > found.Newest ? state.DeltaCursor : found.Newest;
            state.LastDeltaAt = clock.GetUtcNow();
            state.PolledChangeAt = found.Changed.Count > 0 ? state.LastDeltaAt : state.PolledChangeAt;
            return 0;
        },
        ct);

    /// <summary>Owners and statuses are read again now and then, and when a task names one the index does not know.</summary>
    private async Task<Result<Done>> PrepareAsync(WorkspaceId workspace, ModifiedTasks found, DateTimeOffset now, CancellationToken ct)
    {
        var first = prepared.TryAdd(workspace, now);
        var every = !first && await HasUnknownAsync(workspace, found, ct) ? BetweenLongLooks : BetweenPreparings;
        if (first || !Due(prepared, workspace, every, now))
        {
            return Done.Value;
        }

        prepared[workspace] = now;
        var turned = await prepare.RunAsync(workspace, ct);
        if (turned is { Ok: true, Value: true })
        {
            // A status became open or closed: every row of it is out of date.
            await dbs.StoreAsync(workspace, db => db.SyncStates.ExecuteUpdateAsync(set => set.SetProperty(s => s.Phase, SyncPhase.New), ct), ct);
        }

        return turned.Ok ? Done.Value : turned.Failure;
    }

    private async Task<bool> HasUnknownAsync(WorkspaceId workspace, ModifiedTasks found, CancellationToken ct)
    {
        var some = found.Changed.Take(500).ToList();
        if (some.Count == 0)
        {
            return false;
        }

        await using var db = dbs.Open(workspace);
        return await db.Tasks.AnyAsync(
            t => some.Contains(t.Id) && ((t.OwnerId != null && !db.Owners.Any(o => o.Id == t.OwnerId))
                || (t.Status != null && !db.PropertyOptions.Any(o => o.Property == TaskProperty.Status && o.Value == t.Status))),
            ct);
    }
}
