using Dashboard.Application.Board.Columns;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Table;

/// <summary>A page of the list of tasks, from the index.</summary>
public sealed class ListTasks(IDashboardDbs dbs, TimeProvider clock)
{
    public async Task<Result<TaskTable>> RunAsync(Actor actor, TableQuery query, OwnTime own, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var words = await PortalWords.LoadAsync(db, ct);
        var scope = new BoardScope(actor, query.Filter, new DueBuckets(clock.GetUtcNow(), own), words);
        var rows = TableRows.Of(scope, db);
        var total = await rows.CountAsync(ct);
        var skip = Math.Clamp(query.Skip, 0, Math.Max(0, total - 1));
        var ids = total == 0 ? [] : await TableRows.IdsAsync(rows, query, skip, Math.Clamp(query.Take, 1, TableQuery.MostRows), total, ct);
        var read = await CardReader.RowsAsync(db, ids, ct);
        var cards = await CardReader.CardsAsync(db, read, ct);
        var dates = await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.Id))
            .Select(t => new { t.Id, t.RemoteCreatedAt, t.RemoteUpdatedAt })
            .ToDictionaryAsync(t => t.Id, ct);
        return new TaskTable(
            [.. read.Where(r => dates.ContainsKey(r.Id)).Select(r => new TableRow(cards[r.Id], dates[r.Id].RemoteCreatedAt, dates[r.Id].RemoteUpdatedAt))],
            skip, total, words, scope.Due, await BoardFreshness.ReadAsync(db, ct));
    }

    /// <summary>Ids of all rows, for selecting them; at most as many as one bulk run takes.</summary>
    public async Task<Result<IReadOnlyList<long>>> IdsAsync(Actor actor, TableQuery query, OwnTime own, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var scope = new BoardScope(actor, query.Filter, new DueBuckets(clock.GetUtcNow(), own), await PortalWords.LoadAsync(db, ct));
        return await TableRows.InOrder(TableRows.Of(scope, db), query).Take(Tasks.Bulk.BulkWish.MostTasks).Select(t => t.Id).ToListAsync(ct);
    }
}
