using System.Runtime.CompilerServices;
using Dashboard.Application.Board.Columns;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Board.Table;

/// <summary>All rows of a list as CSV or JSON, piece by piece: nothing is held but the page being written.</summary>
public sealed class ExportTasks(IDashboardDbs dbs, TimeProvider clock)
{
    private const int PageSize = 500;

    /// <returns>Pieces of text to write one after another, in UTF-8.</returns>
    public async IAsyncEnumerable<string> RunAsync(Actor actor, TableQuery query, TimeZoneInfo zone, ExportFormat format, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var words = await PortalWords.LoadAsync(db, ct);
        var scope = new BoardScope(actor, query.Filter, new DueBuckets(clock.GetUtcNow(), zone), words);
        var rows = TableRows.InOrder(TableRows.Of(scope, db), query);
        var text = new ExportText(format, words, zone);
        yield return text.Head;
        for (var skip = 0; ; skip += PageSize)
        {
            var read = await CardReader.RowsAsync(rows, skip, PageSize, ct, wholeSubject: true);
            var cards = await CardReader.CardsAsync(db, read, ct);
            if (read.Count > 0)
            {
                yield return text.Rows([.. read.Select(r => cards[r.Id])], isFirst: skip == 0);
            }

            if (read.Count < PageSize)
            {
                break;
            }
        }

        yield return text.Foot;
    }
}

public enum ExportFormat
{
    Csv = 0,
    Json = 1,
}
