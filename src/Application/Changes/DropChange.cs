using Dashboard.Application.Changes.Wants;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes;

/// <summary>Lets go of a change that HubSpot refused, or that waits for a decision: the card no longer speaks of it; a new task goes.</summary>
public sealed class DropChange(IDashboardDbs dbs, UndoChange undo, IWorkspaceFeed feed, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Guid changeId, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "change tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        if (await db.Changes.FirstOrDefaultAsync(c => c.Id == changeId, ct) is not { State: ChangeState.Refused or ChangeState.Conflict or ChangeState.Undecided or ChangeState.Wanting } change)
        {
            return new Failure.NotFound("This change");
        }

        if (change.Kind == ChangeKind.Create)
        {
            return await undo.RunAsync(actor, changeId, ct);
        }

        if (change.State == ChangeState.Wanting)
        {
            await WantsBack.RunAsync(db, [change], clock.GetUtcNow(), ct);
        }

        change.State = ChangeState.Dropped;
        if (await db.Tasks.FirstOrDefaultAsync(t => t.Id == change.TaskId && t.ChangeId == changeId, ct) is { } task)
        {
            (task.ChangeState, task.ChangeId) = (TaskChangeState.Saved, null);
        }

        await db.SaveChangesAsync(ct);
        feed.Publish(new WorkspaceSignal.TasksChanged(actor.Workspace, [change.TaskId], actor.Name));
        return Done.Value;
    }
}
