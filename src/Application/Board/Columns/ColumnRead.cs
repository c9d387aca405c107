using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Columns;

/// <summary>The rows of one column as read: count, hidden ones, and one window of them.</summary>
internal sealed record ColumnRead(ColumnSpec Spec, int Shown, int Hidden, int Skip, List<CardReader.Row> Rows)
{
    /// <summary>The column of unlisted values is there only while something is in it.</summary>
    public bool IsNeedless => Shown == 0 && Hidden == 0 && Spec.Zone.EndsWith(":" + ColumnSpec.Other, StringComparison.Ordinal);

    public static async Task<ColumnRead> FromAsync(ColumnSpec spec, IQueryable<CrmTask> rows, BoardScope scope, CardWindow window, CancellationToken ct)
    {
        // Plain counts of one half each: an index range answers them without a look at any row.
        var open = await rows.CountAsync(t => !t.IsClosed, ct);
        var closed = await rows.CountAsync(t => t.IsClosed, ct);
        var shown = rows;
        var hidden = 0;
        if (scope.ClosedSince is { } since && closed > 0)
        {
            shown = rows.Where(t => !t.IsClosed || t.CompletedAt >= since);
            hidden = closed - await rows.CountAsync(t => t.IsClosed && t.CompletedAt >= since, ct);
        }

        var count = open + closed - hidden;
        var skip = Math.Clamp(window.Skip, 0, Math.Max(0, count - 1));
        var read = count == 0 ? [] : await CardReader.RowsAsync(CardReader.InOrder(shown), skip, Math.Clamp(window.Take, 1, ShowBoard.MostCards), ct);
        return new ColumnRead(spec, count, hidden, skip, read);
    }

    public BoardColumn With(Dictionary<long, Card> cards) =>
        new(Spec.Zone, Spec.Title, Shown, Hidden, Spec.IsClosed, Spec.NoDrop, Skip, [.. Rows.Select(r => cards[r.Id])]);
}
