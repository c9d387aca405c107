using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes;

/// <summary>Sends a refused change once more, as a new change; one that still waits is sent without waiting longer.</summary>
public sealed class RetryChange(IDashboardDbs dbs, ChangeQueue queue, ChangeBell bell, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Guid changeId, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "change tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var change = await db.Changes.FirstOrDefaultAsync(c => c.Id == changeId, ct);
        var task = change is null ? null : await db.TasksAndDeleted.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct);
        if (change is null || (task is null && change.Kind != ChangeKind.Pin) || change.State is ChangeState.Done or ChangeState.Dropped)
        {
            return new Failure.NotFound("This change");
        }

        if (change.State is ChangeState.Waiting or ChangeState.Checking or ChangeState.Wanting)
        {
            // What waits for a property is sent without it: HubSpot may have another rule by now.
            (change.NotBefore, change.State) = (clock.GetUtcNow(), change.State == ChangeState.Wanting ? ChangeState.Waiting : change.State);
            if (task?.ChangeId == change.Id)
            {
                task.ChangeState = TaskChangeState.Pending;
            }

            await db.SaveChangesAsync(ct);
            bell.Ring(actor.Workspace);
            return Done.Value;
        }

        await AgainAsync(db, actor, task, change, ct);
        return Done.Value;
    }

    private async Task AgainAsync(IDashboardDb db, Actor actor, CrmTask? task, Change change, CancellationToken ct)
    {
        if (change.Kind == ChangeKind.Create && task is not null)
        {
            await queue.ReviseNewAsync(db, actor, task, new Dictionary<string, string?>(), Guid.CreateVersion7(), ct);
            return;
        }

        change.State = ChangeState.Dropped;
        if (task is not null)
        {
            (task.ChangeState, task.ChangeId) = (TaskChangeState.Saved, null);
        }

        switch (change.Kind)
        {
            case ChangeKind.Update when task is not null:
                var values = FieldChange.Read(change.Fields).ToDictionary(f => f.Key, f => f.Value.After);
                await queue.AcceptAsync(db, actor, task, new Intent(Guid.CreateVersion7(), values, Batch: change.BatchId), ct);
                break;
            case ChangeKind.Delete when task is not null:
                await queue.AcceptDeletionAsync(db, actor, [task], Guid.CreateVersion7(), change.BatchId, ct);
                break;
            default:
                var wish = new LinkWish(Guid.CreateVersion7(), change.Kind, task, LinkTarget.Read(change.Targets)[0], SettleLink.PinBefore(change), SettleLink.PinAfter(change));
                await queue.AcceptLinksAsync(db, actor, [wish with { Step = change.BatchId, Labels = LabelSwap.Of(change) }], ct);
                break;
        }
    }
}
