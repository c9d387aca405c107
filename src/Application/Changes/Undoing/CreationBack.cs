using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Undoing;

/// <summary>Gives a new task up: without a trace as long as nothing was sent, else by deleting it.</summary>
internal sealed class CreationBack(IDashboardDb db, ChangeQueue queue)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Change change, CancellationToken ct)
    {
        switch (change.State)
        {
            case ChangeState.Dropped:
                return Done.Value;
            case ChangeState.Checking:
                return new Failure.Conflict("HubSpot is making this task right now. Delete it when it is there.");
            case ChangeState.Done:
                if (await db.Tasks.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct) is not { } task)
                {
                    return new Failure.NotFound("This task");
                }

                await queue.AcceptDeletionAsync(db, actor, [task], Guid.CreateVersion7(), null, ct);
                return Done.Value;
            default:
                return await db.Database.InTransactionAsync(token => GiveUpAsync(actor, change, token), ct);
        }
    }

    private async Task<Result<Done>> GiveUpAsync(Actor actor, Change change, CancellationToken ct)
    {
        var state = change.State;
        var given = await db.Changes.Where(c => c.Id == change.Id && c.State == state).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ChangeState.Dropped), ct);
        if (given == 0)
        {
            return new Failure.Conflict("HubSpot is making this task right now. Delete it when it is there.");
        }

        // What was wanted of it afterwards goes with it.
        await db.Changes.Where(c => c.TaskId == change.TaskId && (c.State == ChangeState.Waiting || c.State == ChangeState.Refused))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ChangeState.Dropped), ct);
        await db.Records.Where(r => r.PinnedTaskId == change.TaskId).ExecuteUpdateAsync(set => set.SetProperty(r => r.PinnedTaskId, (long?)null), ct);
        await TaskIntake.RemoveAsync(db, [change.TaskId], ct);
        await queue.StoreAsync(db, actor, [change.TaskId], rings: false, ct);
        return Done.Value;
    }
}
