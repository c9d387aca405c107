using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Editing;

/// <summary>What became of a task that was opened under its provisional id.</summary>
public sealed class FollowTask(IDashboardDbs dbs)
{
    /// <returns>HubSpot's id once it has the task, else the provisional one. Not found when the task was given up.</returns>
    public async Task<Result<long>> RunAsync(Actor actor, long taskId, CancellationToken ct)
    {
        if (!ProvisionalIds.Is(taskId))
        {
            return taskId;
        }

        await using var db = dbs.Open(actor.Workspace);
        var now = await db.Changes.AsNoTracking()
            .Where(c => c.ProvisionalId == taskId && c.State != ChangeState.Dropped)
            .OrderByDescending(c => c.Sequence)
            .Select(c => (long?)c.TaskId)
            .FirstOrDefaultAsync(ct);
        return now is { } id ? id : new Failure.NotFound("This task");
    }
}
