using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Undoing;

/// <summary>Brings tasks back whose deletion HubSpot has not heard of.</summary>
internal static class DeletionsBack
{
    public static readonly Failure.Conflict TooLate =
        new("HubSpot has deleted this task already. Its recycling bin keeps it for 90 days; an admin of the portal can restore it there.");

    /// <summary>Runs in a transaction: a deletion goes back or goes out, never both.</summary>
    /// <returns>Tasks that are back.</returns>
    public static async Task<IReadOnlyList<long>> TakeAsync(IDashboardDb db, IReadOnlyList<Change> changes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var back = new List<long>();
        foreach (var chunk in changes.Chunk(500))
        {
            var wanted = chunk.Select(c => c.Id).ToList();
            await db.Changes.Where(c => wanted.Contains(c.Id) && c.State == ChangeState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ChangeState.Dropped).SetProperty(c => c.SettledAt, now), ct);
            var taken = await db.Changes.AsNoTracking()
                .Where(c => wanted.Contains(c.Id) && c.State == ChangeState.Dropped)
                .Select(c => c.TaskId)
                .ToListAsync(ct);
            var pending = await db.Changes.AsNoTracking()
                .Where(c => taken.Contains(c.TaskId) && (c.State == ChangeState.Waiting || c.State == ChangeState.Checking))
                .GroupBy(c => c.TaskId)
                .Select(g => new { TaskId = g.Key, Last = g.Max(c => c.Sequence) })
                .ToListAsync(ct);
            var lasts = pending.ConvertAll(p => p.Last);
            var signs = await db.Changes.AsNoTracking().Where(c => lasts.Contains(c.Sequence)).ToDictionaryAsync(c => c.TaskId, c => c.Id, ct);
            foreach (var task in await db.TasksAndDeleted.Where(t => taken.Contains(t.Id) && t.IsDeleted).ToListAsync(ct))
            {
                task.IsDeleted = false;
                (task.ChangeState, task.ChangeId) = signs.TryGetValue(task.Id, out var sign) ? (TaskChangeState.Pending, sign) : (TaskChangeState.Saved, (Guid?)null);
                back.Add(task.Id);
            }
        }

        await db.SaveChangesAsync(ct);
        return back;
    }
}
