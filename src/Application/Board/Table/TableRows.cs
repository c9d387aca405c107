using System.Linq.Expressions;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Table;

/// <summary>The rows of a list in their order.</summary>
internal static class TableRows
{
    /// <summary>Everything the filters and the closed window let through.</summary>
    public static IQueryable<CrmTask> Of(BoardScope scope, Kernel.IDashboardDb db)
    {
        var rows = scope.Filtered(db);
        return scope.ClosedSince is { } since ? rows.Where(t => !t.IsClosed || t.CompletedAt >= since) : rows;
    }

    /// <summary>
    /// Ids of a page. Only these go through the sort, not the rows; a page nearer to the end is counted from there, so that the last one is as near as the first.
    /// </summary>
    /// <param name="total">How many rows there are.</param>
    public static async Task<List<long>> IdsAsync(IQueryable<CrmTask> rows, TableQuery query, int skip, int take, int total, CancellationToken ct)
    {
        var count = Math.Min(take, total - skip);
        var isNearEnd = skip > total / 2;
        var ordered = InOrder(rows, isNearEnd ? query with { Descending = !query.Descending } : query);
        var ids = await ordered.Skip(isNearEnd ? total - skip - count : skip).Take(count).Select(t => t.Id).ToListAsync(ct);
        if (isNearEnd)
        {
            ids.Reverse();
        }

        return ids;
    }

    public static IQueryable<CrmTask> InOrder(IQueryable<CrmTask> rows, TableQuery query) => query.Sort switch
    {
        TableSort.Subject => By(rows, query, t => t.Subject),
        TableSort.Status => By(rows, query, t => t.Status),
        TableSort.Priority => By(rows, query, t => t.Priority),
        TableSort.Type => By(rows, query, t => t.Type),
        TableSort.Owner => By(rows, query, t => t.OwnerId),
        TableSort.Created => By(rows, query, t => t.RemoteCreatedAt),
        TableSort.Modified => By(rows, query, t => t.RemoteUpdatedAt),
        TableSort.Completed => By(rows, query, t => t.CompletedAt),
        TableSort.Board => query.Descending
            ? rows.OrderByDescending(t => t.IsClosed).ThenByDescending(t => t.Rank).ThenByDescending(t => t.Id)
            : rows.OrderBy(t => t.IsClosed).ThenBy(t => t.Rank).ThenBy(t => t.Id),
        _ => By(rows, query, t => t.Due),
    };

    private static IOrderedQueryable<CrmTask> By<TKey>(IQueryable<CrmTask> rows, TableQuery query, Expression<Func<CrmTask, TKey>> key) => query.Descending
        ? rows.OrderByDescending(key).ThenByDescending(t => t.Id)
        : rows.OrderBy(key).ThenBy(t => t.Id);
}
