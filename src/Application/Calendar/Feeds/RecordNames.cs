using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>Names of the records that tasks are about.</summary>
internal static class RecordNames
{
    /// <summary>SQL Server takes 2,100 parameters in a query.</summary>
    private const int AtOnce = 500;

    public static async Task<ILookup<long, string>> OfAsync(IDashboardDb db, IReadOnlyList<long> tasks, CancellationToken ct)
    {
        var found = new List<(long Task, string Name)>();
        foreach (var ids in tasks.Chunk(AtOnce))
        {
            var names = await (
                from link in db.TaskLinks.AsNoTracking()
                where ids.Contains(link.TaskId)
                join record in db.Records.AsNoTracking() on new { link.ObjectType, Id = link.RecordId } equals new { record.ObjectType, record.Id }
                where record.Name != ""
                orderby link.TaskId, link.ObjectType, link.RecordId
                select new { link.TaskId, record.Name }).ToListAsync(ct);
            found.AddRange(names.Select(n => (n.TaskId, n.Name)));
        }

        return found.ToLookup(n => n.Task, n => n.Name);
    }
}
