using Dashboard.Application.Board.Moving;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Columns;

/// <summary>Finds the rank of a place between two cards. The order is one for the whole workspace: two people see the same.</summary>
internal static class CardOrder
{
    /// <summary>How far the cards below are pushed apart when two neighbours leave no room between them.</summary>
    private const long Gap = 1L << 10;

    /// <summary>
    /// Null for the natural place. The card above counts most: the new place is right under it, whatever somebody put there since.
    /// Neighbours that are gone, or that sort in the other half (open, closed), count as open ends.
    /// </summary>
    /// <param name="column">The cards of the column dropped into.</param>
    public static async Task<long?> BetweenAsync(IQueryable<CrmTask> column, IDashboardDb db, TaskMove move, bool closed, CancellationToken ct)
    {
        if (move.Above is null && move.Below is null)
        {
            return null;
        }

        var half = column.Where(t => t.IsClosed == closed && t.Id != move.TaskId);
        var neighbours = await half.Where(t => t.Id == move.Above || t.Id == move.Below).Select(t => new { t.Id, t.Rank }).ToListAsync(ct);
        if (neighbours.FirstOrDefault(n => n.Id == move.Above) is { } above)
        {
            var next = await half.Where(t => t.Rank > above.Rank).OrderBy(t => t.Rank).Select(t => (long?)t.Rank).FirstOrDefaultAsync(ct);
            return TaskRank.Between(above.Rank, next) ?? await MakeRoomAsync(db, move.TaskId, above.Rank, closed, ct);
        }

        if (neighbours.FirstOrDefault(n => n.Id == move.Below) is { } below)
        {
            var previous = await half.Where(t => t.Rank < below.Rank).OrderByDescending(t => t.Rank).Select(t => (long?)t.Rank).FirstOrDefaultAsync(ct);
            return TaskRank.Between(previous, below.Rank) ?? (previous is { } tight ? await MakeRoomAsync(db, move.TaskId, tight, closed, ct) : null);
        }

        return null;
    }

    private static async Task<long> MakeRoomAsync(IDashboardDb db, long moving, long before, bool closed, CancellationToken ct)
    {
        var rank = before + Gap;
        var next = rank;
        var crowd = await db.Tasks
            .Where(t => t.IsClosed == closed && t.Rank > before && t.Rank <= before + (Gap * 64) && t.Id != moving)
            .OrderBy(t => t.Rank).ThenBy(t => t.Id)
            .Take(200)
            .ToListAsync(ct);
        foreach (var task in crowd.TakeWhile(t => t.Rank <= next))
        {
            next += Gap;
            task.Rank = next;
            task.RankedByHand = true;
        }

        return rank;
    }
}
