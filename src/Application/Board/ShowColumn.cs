using Dashboard.Application.Board.Columns;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board;

/// <summary>Reads another part of one column, for scrolling.</summary>
public sealed class ShowColumn(IDashboardDbs dbs, TimeProvider clock)
{
    public async Task<Result<BoardColumn>> RunAsync(Actor actor, BoardQuery query, OwnTime own, string column, CardWindow window, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var scope = new BoardScope(actor, query, new DueBuckets(clock.GetUtcNow(), own), await PortalWords.LoadAsync(db, ct));
        var filtered = scope.Filtered(db);
        var owners = query.Group == BoardGrouping.Owner ? await filtered.Select(t => t.OwnerId).Distinct().ToListAsync(ct) : [];
        if (ColumnSpec.Of(scope, owners).FirstOrDefault(c => c.Zone == column) is not { } spec)
        {
            return new Failure.NotFound("This column");
        }

        var read = await ColumnRead.FromAsync(spec, spec.Rows(filtered), scope, window, ct);
        return read.With(await CardReader.CardsAsync(db, read.Rows, ct));
    }
}
