using Dashboard.Application.Board.Columns;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board;

/// <summary>Reads a board from the index: columns, true counts, the first cards of each. Never asks HubSpot.</summary>
public sealed class ShowBoard(IDashboardDbs dbs, BoardCache cache, TimeProvider clock)
{
    /// <summary>Cards read for each column at first: a screenful and a little.</summary>
    public const int FirstCards = 16;

    /// <summary>Most cards one request may ask of a column.</summary>
    public const int MostCards = 200;

    /// <param name="windows">How many cards to read of which part of a column, by zone; others give their first cards.</param>
    /// <param name="firstDrawing">A live page takes the place of the one drawn before it: both must show the same.</param>
    public async Task<Result<BoardView>> RunAsync(
        Actor actor, BoardQuery query, OwnTime own, IReadOnlyDictionary<string, CardWindow> windows, CancellationToken ct, bool firstDrawing = false)
    {
        var oldest = firstDrawing ? BoardCache.FirstDrawing : BoardCache.Longest;
        return BoardKey.Of(actor, query, own, windows) is { } key
            ? await cache.GetAsync(key, () => ReadAsync(actor, query, own, windows, CancellationToken.None), oldest, ct)
            : await ReadAsync(actor, query, own, windows, ct);
    }

    private async Task<BoardView> ReadAsync(
        Actor actor, BoardQuery query, OwnTime own, IReadOnlyDictionary<string, CardWindow> windows, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var words = await PortalWords.LoadAsync(db, ct);
        var scope = new BoardScope(actor, query, new DueBuckets(clock.GetUtcNow(), own), words);
        var filtered = scope.Filtered(db);

        var owners = query.Group == BoardGrouping.Owner ? await filtered.Select(t => t.OwnerId).Distinct().ToListAsync(ct) : [];
        var read = new List<ColumnRead>();
        foreach (var spec in ColumnSpec.Of(scope, owners))
        {
            read.Add(await ColumnRead.FromAsync(spec, spec.Rows(filtered), scope, windows.GetValueOrDefault(spec.Zone, CardWindow.First), ct));
        }

        var cards = await CardReader.CardsAsync(db, [.. read.SelectMany(c => c.Rows)], ct);
        var total = await db.Tasks.CountAsync(ct);
        return new BoardView(
            [.. read.Where(c => !c.IsNeedless).Select(c => c.With(cards))],
            words,
            scope.Due,
            total,
            total - read.Sum(c => c.Shown),
            await BoardFreshness.ReadAsync(db, ct));
    }
}

/// <summary>A part of a column, in cards from its top.</summary>
public readonly record struct CardWindow(int Skip, int Take)
{
    public static readonly CardWindow First = new(0, ShowBoard.FirstCards);
}

/// <summary>A board as read at one moment.</summary>
/// <param name="Total">All tasks of the workspace's index.</param>
/// <param name="NotShown">Of these, those that no column counts: other owners, filters, closed before the window.</param>
public sealed record BoardView(
    IReadOnlyList<BoardColumn> Columns, PortalWords Words, DueBuckets Due, int Total, int NotShown, BoardFreshness Freshness);
