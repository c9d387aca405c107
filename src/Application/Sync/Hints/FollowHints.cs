using Dashboard.Application.Changes;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Sync.Reading;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Hints;

/// <summary>
/// Goes where webhooks pointed: each task once, by its id, a hundred at a time. What was read is stored, and the hints that led there are
/// deleted, in one transaction. A hint whose reading fails stays.
/// </summary>
public sealed class FollowHints(
    IDashboardDbs dbs, ReadHinted read, FindLinks links, NameLinked names, FollowRecordHints records, IWorkspaceFeed feed, TimeProvider clock)
{
    /// <summary>Readings that fail because of the record itself before it is left for a person to look at.</summary>
    public const int MostTries = 20;

    private const int AtOnce = 1_000;
    private const int BatchSize = 100;

    /// <summary>A task that nobody knows may be one that we are just making; its own answer names it.</summary>
    private static readonly TimeSpan OwnCreation = TimeSpan.FromSeconds(30);

    public async Task<Result<Done>> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        for (long last = 0; ;)
        {
            var hints = await NextAsync(workspace, last, ct);
            if (hints.Count == 0)
            {
                return Done.Value;
            }

            last = hints[^1].Sequence;
            foreach (var batch in hints.Where(h => h.ObjectType == WebhookEvent.Tasks).GroupBy(h => h.ObjectId).Chunk(BatchSize))
            {
                var followed = await FollowAsync(workspace, batch.ToDictionary(same => same.Key, same => same.ToList()), ct);
                if (!followed.Ok)
                {
                    return followed;
                }
            }

            var others = await records.RunAsync(workspace, [.. hints.Where(h => h.ObjectType != WebhookEvent.Tasks)], ct);
            if (!others.Ok)
            {
                return others;
            }
        }
    }

    /// <summary>Before the first reading is over there is no index to keep fresh; what was hinted at is then read after it.</summary>
    private async Task<List<WebhookHint>> NextAsync(WorkspaceId workspace, long after, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        return await db.SyncStates.AnyAsync(s => s.Phase == SyncPhase.Live, ct)
            ? await db.WebhookHints.AsNoTracking().Where(h => h.ParkedAt == null && h.Sequence > after).OrderBy(h => h.Sequence).Take(AtOnce).ToListAsync(ct)
            : [];
    }

    private async Task<Result<Done>> FollowAsync(WorkspaceId workspace, Dictionary<long, List<WebhookHint>> hints, CancellationToken ct)
    {
        var unknown = await HoldBackAsync(workspace, hints, ct);
        if (hints.Count == 0)
        {
            return Done.Value;
        }

        var answer = await read.RunAsync(workspace, [.. hints.Keys], ct);
        if (!answer.Ok)
        {
            return answer.Failure;
        }

        var linked = answer.Value.Found.Select(t => t.Id).Where(id => unknown.Contains(id) || hints[id].Exists(h => h.Kind != HintKind.Values)).ToList();
        var found = linked.Count == 0 ? new Dictionary<long, List<RemoteLink>>() : await links.RunAsync(workspace, linked, ct);
        if (!found.Ok)
        {
            return found.Failure;
        }

        var named = await names.RunAsync(workspace, found.Value.Values.SelectMany(l => l), ct);
        if (!named.Ok)
        {
            return named.Failure;
        }

        var tasks = answer.Value.Found.ConvertAll(t => t with { Links = found.Value.GetValueOrDefault(t.Id) });
        var changed = await dbs.StoreAsync(workspace, db => StoreAsync(db, answer.Value with { Found = tasks }, hints, ct), ct);
        if (changed.Count > 0)
        {
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, changed, By: null));
        }

        return Done.Value;
    }

    /// <summary>Takes out of the batch what may be the echo of a creation of ours. Answers the ids that the index does not know.</summary>
    private async Task<HashSet<long>> HoldBackAsync(WorkspaceId workspace, Dictionary<long, List<WebhookHint>> hints, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var ids = hints.Keys.ToList();
        var known = await db.TasksAndDeleted.Where(t => ids.Contains(t.Id)).Select(t => t.Id).ToListAsync(ct);
        var unknown = ids.Except(known).ToHashSet();
        if (unknown.Count > 0 && await db.Changes.AnyAsync(c => c.Kind == ChangeKind.Create && (c.State == ChangeState.Waiting || c.State == ChangeState.Checking), ct))
        {
            var since = clock.GetUtcNow() - OwnCreation;
            foreach (var id in unknown.Where(id => hints[id].Exists(h => h.ReceivedAt > since)))
            {
                hints.Remove(id);
            }
        }

        return unknown;
    }

    /// <returns>Tasks whose row changed or went.</returns>
    private async Task<List<long>> StoreAsync(IDashboardDb db, HintedTasks answer, Dictionary<long, List<WebhookHint>> hints, CancellationToken ct)
    {
        await db.SyncStates.OfRunningAsync(ct);
        var outcome = await TaskIntake.TakeAsync(db, answer.Found, await TaskStatuses.LoadAsync(db, ct), ct);
        await Quarantine.KeepAsync(db, [], answer.Unread, ct);

        // What was deleted here stays as deleted, so that it can still be brought back.
        var gone = await db.Tasks.Where(t => answer.Gone.Contains(t.Id)).Select(t => t.Id).ToListAsync(ct);
        await TaskIntake.RemoveAsync(db, gone, ct);

        var done = hints.Where(h => !answer.Troubled.ContainsKey(h.Key)).SelectMany(h => h.Value).Select(h => h.Sequence).ToList();
        await db.WebhookHints.Where(h => done.Contains(h.Sequence)).ExecuteDeleteAsync(ct);
        await StandAsync(db, answer.Troubled, hints, ct);
        return [.. outcome.Changed, .. gone];
    }

    private async Task StandAsync(IDashboardDb db, IReadOnlyDictionary<long, string> troubled, Dictionary<long, List<WebhookHint>> hints, CancellationToken ct)
    {
        var stay = hints.Where(h => troubled.ContainsKey(h.Key)).SelectMany(h => h.Value).Select(h => h.Sequence).ToList();
        if (stay.Count == 0)
        {
            return;
        }

        foreach (var hint in await db.WebhookHints.Where(h => stay.Contains(h.Sequence)).ToListAsync(ct))
        {
            var why = troubled[hint.ObjectId];
            (hint.Tries, hint.Trouble) = (hint.Tries + 1, why.Length > 400 ? why[..400] : why);
            hint.ParkedAt = hint.Tries >= MostTries ? clock.GetUtcNow() : null;
        }
    }
}
