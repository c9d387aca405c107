using System.Runtime.CompilerServices;
using Dashboard.Application.Board.Columns;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Table;

/// <summary>All rows of a list as CSV or JSON, piece by piece: nothing is held but the ids in their order and the rows being written.</summary>
public sealed class ExportTasks(IDashboardDbs dbs, TimeProvider clock)
{
    private const int PageSize = 500;

    /// <param name="columns">Of a CSV file, in this order, behind id and title. JSON has all fields.</param>
    /// <returns>Pieces of text to write one after another, in UTF-8.</returns>
    public async IAsyncEnumerable<string> RunAsync(
        Actor actor, TableQuery query, IReadOnlyList<TableColumn> columns, OwnTime own, ExportFormat format, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var words = await PortalWords.LoadAsync(db, ct);
        var scope = new BoardScope(actor, query.Filter, new DueBuckets(clock.GetUtcNow(), own), words);
        var text = new ExportText(format, words, own.Zone, columns);
        yield return text.Head;

        // Sorted once: of a large portal a thousand offsets would take minutes, and a task that moves meanwhile would be told twice or not at all.
        var ids = await TableRows.InOrder(TableRows.Of(scope, db), query).Select(t => t.Id).ToListAsync(ct);
        var isFirst = true;
        foreach (var some in ids.Chunk(PageSize))
        {
            var rows = await RowsAsync(db, some, ct);
            if (rows.Count > 0)
            {
                yield return text.Rows(rows, isFirst);
                isFirst = false;
            }
        }

        yield return text.Foot;
    }

    private static async Task<List<TableRow>> RowsAsync(IDashboardDb db, long[] ids, CancellationToken ct)
    {
        var read = await CardReader.RowsAsync(db, ids, ct, wholeSubject: true);
        var cards = await CardReader.CardsAsync(db, read, ct);
        var dates = await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.RemoteCreatedAt, t.RemoteUpdatedAt }).ToDictionaryAsync(t => t.Id, ct);
        return [.. read.Where(r => dates.ContainsKey(r.Id)).Select(r => new TableRow(cards[r.Id], dates[r.Id].RemoteCreatedAt, dates[r.Id].RemoteUpdatedAt))];
    }
}

public enum ExportFormat
{
    Csv = 0,
    Json = 1,
}
