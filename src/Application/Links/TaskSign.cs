using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links;

/// <summary>What a row tells about the newest change made here to its task, while that is not settled.</summary>
/// <param name="Reason">Why it waits or was refused, as the person reads it.</param>
public sealed record TaskSign(TaskChangeState State, Guid Change, string? Reason)
{
    /// <returns>By task; settled ones are left out.</returns>
    public static async Task<IReadOnlyDictionary<long, TaskSign>> LoadAsync(IDashboardDb db, IEnumerable<CrmTask> tasks, CancellationToken ct)
    {
        var open = tasks.Where(t => t.ChangeState != TaskChangeState.Saved && t.ChangeId is not null).DistinctBy(t => t.Id).ToList();
        if (open.Count == 0)
        {
            return new Dictionary<long, TaskSign>();
        }

        var ids = open.ConvertAll(t => t.ChangeId!.Value);
        var reasons = await db.Changes.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Reason }).ToDictionaryAsync(c => c.Id, c => c.Reason, ct);
        return open.ToDictionary(t => t.Id, t => new TaskSign(t.ChangeState, t.ChangeId!.Value, reasons.GetValueOrDefault(t.ChangeId!.Value)));
    }
}
