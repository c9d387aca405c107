using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board;

/// <summary>Finds the rank of a place between two cards. The order is one for the whole workspace: two people see the same.</summary>
internal static class CardOrder
{
    /// <summary>How far the cards below are pushed apart when two neighbours leave no room between them.</summary>
    private const long Gap = 1L << 10;

    /// <summary>Null for the natural place. Neighbours that are gone, or that sort in the other half (open, closed), count as open ends.</summary>
    public static async Task<long?> BetweenAsync(IDashboardDb db, long moving, long? above, long? below, bool closed, CancellationToken ct)
    {
        if (above is null && below is null)
        {
            return null;
        }

        var neighbours = await db.Tasks.AsNoTracking()
            .Where(t => (t.Id == above || t.Id == below) && t.Id != moving && t.IsClosed == closed)
            .Select(t => new { t.Id, t.Rank })
            .ToListAsync(ct);
        var before = neighbours.FirstOrDefault(n => n.Id == above)?.Rank;
        var after = neighbours.FirstOrDefault(n => n.Id == below)?.Rank;
        if (before is null && after is null)
        {
            return null;
        }

        if (before >= after)
        {
            // The column moved on since the drop was aimed: keep to the card above.
            after = null;
        }

        return TaskRank.Between(before, after) ?? await MakeRoomAsync(db, moving, before!.Value, closed, ct);
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
