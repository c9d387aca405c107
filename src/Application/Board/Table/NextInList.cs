using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Table;

/// <summary>The task to work on next: open ones of a filtered list, one after another.</summary>
public sealed class NextInList(IDashboardDbs dbs, TimeProvider clock)
{
    /// <summary>Longer lists are worked from the top again.</summary>
    private const int MostRows = 5_000;

    /// <param name="after">The task worked on before; null gives the first. It need not be in the list any more.</param>
    /// <param name="seen">Tasks that were skipped or done in this sitting and shall not come again.</param>
    /// <returns>Null as task when the list is through.</returns>
    public async Task<Result<FocusStep>> RunAsync(
        Actor actor, TableQuery query, OwnTime own, long? after, IReadOnlyCollection<long> seen, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var scope = new BoardScope(actor, query.Filter, new DueBuckets(clock.GetUtcNow(), own), await PortalWords.LoadAsync(db, ct));
        var open = TableRows.Of(scope, db).Where(t => !t.IsClosed);
        var ids = await TableRows.InOrder(open, query).Take(MostRows).Select(t => t.Id).ToListAsync(ct);
        var left = ids.Where(id => !seen.Contains(id) && id != after).ToList();

        // Behind where one was; what came in above since then is for the end.
        var at = after is { } last ? ids.IndexOf(last) : -1;
        var next = ids.Skip(at + 1).FirstOrDefault(id => left.Contains(id));
        return new FocusStep(next != 0 ? next : left.Count > 0 ? left[0] : null, left.Count, ids.Count);
    }
}

/// <param name="TaskId">Null when nothing is left.</param>
/// <param name="Left">Open tasks of the list not worked on in this sitting.</param>
/// <param name="Total">Open tasks of the list.</param>
public sealed record FocusStep(long? TaskId, int Left, int Total);
