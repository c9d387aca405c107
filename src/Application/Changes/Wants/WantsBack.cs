using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Wants;

/// <summary>Lets go of changes that wait for a property: nothing was sent, so the tasks get their values and places from before.</summary>
internal static class WantsBack
{
    /// <param name="changes">Tracked, all in <see cref="ChangeState.Wanting"/>. The caller saves.</param>
    public static async Task RunAsync(IDashboardDb db, IReadOnlyList<Change> changes, DateTimeOffset now, CancellationToken ct)
    {
        var statuses = await TaskStatuses.LoadAsync(db, ct);
        foreach (var change in changes)
        {
            (change.State, change.SettledAt) = (ChangeState.Dropped, now);
            if (await db.TasksAndDeleted.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct) is not { } task)
            {
                continue;
            }

            await SettleChange.PutBackAsync(db, task, change, statuses, ct);
            if (task.ChangeId == change.Id)
            {
                (task.Rank, task.RankedByHand) = (change.RankBefore ?? task.Rank, change.RankedByHandBefore);
                (task.ChangeState, task.ChangeId) = (TaskChangeState.Saved, null);
            }
        }
    }
}
