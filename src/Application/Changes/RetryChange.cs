using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes;

/// <summary>Sends the values of a refused change once more, as a new change; one that still waits is sent without waiting longer.</summary>
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
        var task = change is null ? null : await db.Tasks.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct);
        if (change is null || task is null || change.State is ChangeState.Done or ChangeState.Dropped)
        {
            return new Failure.NotFound("This change");
        }

        if (change.State == ChangeState.Waiting)
        {
            change.NotBefore = clock.GetUtcNow();
            await db.SaveChangesAsync(ct);
            bell.Ring(actor.Workspace);
            return Done.Value;
        }

        change.State = ChangeState.Dropped;
        (task.ChangeState, task.ChangeId) = (Tasks.TaskChangeState.Saved, null);
        var values = FieldChange.Read(change.Fields).ToDictionary(f => f.Key, f => f.Value.After);
        await queue.AcceptAsync(db, actor, task, new Intent(Guid.CreateVersion7(), values), ct);
        return Done.Value;
    }
}
