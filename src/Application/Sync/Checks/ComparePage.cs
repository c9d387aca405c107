using System.Globalization;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Hints;
using Dashboard.Application.Sync.Reading;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Checks;

/// <summary>
/// Compares one page of the portal's list with the rows between its first and last id. A row that the page does not list is asked for by its
/// id before it goes: it may be younger than the page.
/// </summary>
public sealed class ComparePage(IDashboardDbs dbs, ReadHinted read, NameLinked names, IWorkspaceFeed feed, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <param name="workspace">Whose.</param>
    /// <param name="kind">The check that moves on.</param>
    /// <param name="cursor">The last id of the page before.</param>
    /// <param name="page">What HubSpot lists after it.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Whether there is more.</returns>
    public async Task<Result<bool>> RunAsync(WorkspaceId workspace, IndexCheckKind kind, long cursor, TaskPage page, CancellationToken ct)
    {
        var ids = page.Tasks.Select(t => t.Id).ToList();
        var next = ids.Append(long.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : cursor).Max();
        if (ids.Exists(id => id < cursor) || (page.After is not null && next <= cursor))
        {
            await EndAsync(workspace, kind, "HubSpot does not list this account's tasks by id, so they cannot be compared.", ct);
            return false;
        }

        var upTo = page.After is null ? long.MaxValue : next;
        var here = await HereAsync(workspace, cursor, upTo, ct);
        var confirmed = await ConfirmAsync(workspace, [.. here.Where(h => !h.Value.Deleted).Select(h => h.Key).Except(ids)], ct);
        if (!confirmed.Ok)
        {
            return confirmed.Failure;
        }

        var named = await names.RunAsync(workspace, page.Tasks.SelectMany(t => t.Links ?? []), ct);
        if (!named.Ok)
        {
            return named.Failure;
        }

        var fresh = page.Tasks.Where(t => t.Id > cursor).ToList();
        var changed = await dbs.StoreAsync(workspace, db => MendAsync(db, kind, page with { Tasks = fresh }, here, confirmed.Value, upTo, ct), ct);
        if (changed.Count > 0)
        {
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, changed, By: null));
        }

        return page.After is not null;
    }

    private async Task<Dictionary<long, (DateTimeOffset At, bool Deleted)>> HereAsync(WorkspaceId workspace, long cursor, long upTo, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var rows = await db.TasksAndDeleted.Where(t => t.Id > cursor && t.Id <= upTo && t.Id > 0).Select(t => new { t.Id, t.RemoteUpdatedAt, t.IsDeleted }).ToListAsync(ct);
        return rows.ToDictionary(r => r.Id, r => (r.RemoteUpdatedAt, r.IsDeleted));
    }

    private async Task<Result<HintedTasks>> ConfirmAsync(WorkspaceId workspace, List<long> unlisted, CancellationToken ct)
    {
        var all = new HintedTasks([], [], [], new Dictionary<long, string>());
        foreach (var some in unlisted.Chunk(BatchSize))
        {
            var answer = await read.RunAsync(workspace, some, ct);
            if (!answer.Ok)
            {
                return answer.Failure;
            }

            all.Found.AddRange(answer.Value.Found);
            all.Gone.AddRange(answer.Value.Gone);
        }

        return all;
    }

    private async Task<List<long>> MendAsync(
        IDashboardDb db, IndexCheckKind kind, TaskPage page, Dictionary<long, (DateTimeOffset At, bool Deleted)> here, HintedTasks confirmed, long upTo, CancellationToken ct)
    {
        await db.SyncStates.OfRunningAsync(ct);
        if (await db.IndexChecks.FirstOrDefaultAsync(c => c.Kind == kind, ct) is not { } check)
        {
            return [];
        }

        var missing = page.Tasks.Count(t => !here.ContainsKey(t.Id));
        var outcome = await TaskIntake.TakeAsync(db, [.. page.Tasks, .. confirmed.Found], await TaskStatuses.LoadAsync(db, ct), ct);
        await Quarantine.KeepAsync(db, [], page.Unread, ct);
        var gone = await db.Tasks.Where(t => confirmed.Gone.Contains(t.Id)).Select(t => t.Id).ToListAsync(ct);
        await TaskIntake.RemoveAsync(db, gone, ct);

        var older = page.Tasks.Where(t => here.TryGetValue(t.Id, out var row) && TaskIntake.Modified(t) > row.At).Select(t => t.Id)
            .Union(outcome.Changed.Where(here.ContainsKey)).Count();
        check.Compared += page.Tasks.Count + page.Unreadable + gone.Count;
        (check.Missing, check.Gone, check.Older) = (check.Missing + missing, check.Gone + gone.Count, check.Older + older);
        check.Unread += page.Unreadable + outcome.Unreadable;
        (check.Cursor, check.FinishedAt) = (upTo, page.After is null ? clock.GetUtcNow() : null);
        return [.. outcome.Changed, .. gone];
    }

    private Task<int> EndAsync(WorkspaceId workspace, IndexCheckKind kind, string trouble, CancellationToken ct) => dbs.StoreAsync(
        workspace,
        async db =>
        {
            var check = await db.IndexChecks.FirstAsync(c => c.Kind == kind, ct);
            (check.Trouble, check.FinishedAt) = (trouble, clock.GetUtcNow());
            return 0;
        },
        ct);
}
