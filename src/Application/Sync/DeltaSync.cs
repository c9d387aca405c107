using System.Collections.Concurrent;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Sync.Hints;
using Dashboard.Application.Sync.Reading;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync;

/// <summary>
/// Reads what changed in the portal since the last time. Search shows changes late, so each pass looks back a little, and once a minute
/// further; what is already known costs nothing but the reading.
/// </summary>
public sealed class DeltaSync(
    IDashboardDbs dbs, ReadModified read, FindLinks links, NameLinked names, PreparePortal prepare, IWorkspaceFeed feed, TimeProvider clock)
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
        var changed = new HashSet<long>();
        var done = await read.RunAsync(workspace, since, part => TakeAsync(workspace, part, changed, ct), ct);
        if (!done.Ok)
        {
            return done;
        }

        if (isLong)
        {
            lookedLong[workspace] = now;
        }

        return await PrepareAsync(workspace, changed, now, ct);
    }

    private static bool Due(ConcurrentDictionary<WorkspaceId, DateTimeOffset> last, WorkspaceId workspace, TimeSpan every, DateTimeOffset now) =>
        !last.TryGetValue(workspace, out var at) || at + every <= now;

    private async Task<DateTimeOffset> SinceAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var state = await db.SyncStates.AsNoTracking().OfRunningAsync(ct);
        return state.DeltaCursor ?? state.StartedAt ?? clock.GetUtcNow();
    }

    /// <summary>
    /// Search holds no associations: those of newer tasks are asked for first, and the names of records not seen before. What was read is stored
    /// together with how far the reading is, so that one that breaks off goes on from there and leaves nothing half known.
    /// </summary>
    private async Task<Result<Done>> TakeAsync(WorkspaceId workspace, ModifiedPart part, HashSet<long> all, CancellationToken ct)
    {
        var newer = await NewerAsync(workspace, part.Tasks, ct);
        var found = newer.Count == 0 ? new Dictionary<long, List<RemoteLink>>() : await links.RunAsync(workspace, newer, ct);
        if (!found.Ok)
        {
            return found.Failure;
        }

        var named = await names.RunAsync(workspace, found.Value.Values.SelectMany(l => l), ct);
        if (!named.Ok)
        {
            return named;
        }

        var linked = part.Tasks.Select(t => t with { Links = found.Value.GetValueOrDefault(t.Id) }).ToList();
        var changed = await dbs.StoreAsync(workspace, db => StoreAsync(db, part with { Tasks = linked }, ct), ct);
        if (changed.Count > 0)
        {
            all.UnionWith(changed);
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, changed, By: null));
        }

        return Done.Value;
    }

    private async Task<List<long>> NewerAsync(WorkspaceId workspace, IReadOnlyList<RemoteTask> tasks, CancellationToken ct)
    {
        var ids = tasks.Select(t => t.Id).Distinct().ToList();
        await using var db = dbs.Open(workspace);
        var known = await db.TasksAndDeleted.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.RemoteUpdatedAt }).ToDictionaryAsync(t => t.Id, t => t.RemoteUpdatedAt, ct);
        return [.. tasks.Where(t => t.Id > 0 && (!known.TryGetValue(t.Id, out var at) || TaskIntake.Modified(t) > at)).Select(t => t.Id).Distinct()];
    }

    private async Task<IReadOnlyList<long>> StoreAsync(IDashboardDb db, ModifiedPart part, CancellationToken ct)
    {
        var state = await db.SyncStates.OfRunningAsync(ct);
        await Quarantine.KeepAsync(db, [], part.Unread, ct);
        var outcome = await TaskIntake.TakeAsync(db, part.Tasks, await TaskStatuses.LoadAsync(db, ct), ct);
        state.DeltaCursor = state.DeltaCursor > part.UpTo ? state.DeltaCursor : part.UpTo;
        state.LastDeltaAt = part.IsLast ? clock.GetUtcNow() : state.LastDeltaAt;
        state.PolledChangeAt = outcome.Changed.Count > 0 ? clock.GetUtcNow() : state.PolledChangeAt;
        return outcome.Changed;
    }

    /// <summary>Owners and statuses are read again now and then, and when a task names one the index does not know.</summary>
    private async Task<Result<Done>> PrepareAsync(WorkspaceId workspace, HashSet<long> changed, DateTimeOffset now, CancellationToken ct)
    {
        var first = prepared.TryAdd(workspace, now);
        var every = !first && await HasUnknownAsync(workspace, changed, ct) ? BetweenLongLooks : BetweenPreparings;
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

    private async Task<bool> HasUnknownAsync(WorkspaceId workspace, HashSet<long> changed, CancellationToken ct)
    {
        var some = changed.Take(500).ToList();
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
