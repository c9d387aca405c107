using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Editing;

/// <summary>
/// Deletes a task: it is gone from every page at once, and HubSpot hears of it ten seconds later, unless it is taken back
/// (<see cref="UndoChange"/>). HubSpot has no way back by API; its recycling bin keeps the task for 90 days.
/// </summary>
public sealed class DeleteTask(IDashboardDbs dbs, ChangeQueue queue, UndoChange undo)
{
    public async Task<Result<TaskDeleted>> RunAsync(Actor actor, Guid operation, long taskId, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "delete tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        if (await db.Tasks.SingleOrDefaultAsync(t => t.Id == taskId, ct) is not { } task)
        {
            return new Failure.NotFound("This task");
        }

        // HubSpot never had it: there is nothing to delete there.
        if (ProvisionalIds.Is(taskId) && task is { ChangeState: TaskChangeState.Refused, ChangeId: { } refused })
        {
            var given = await undo.RunAsync(actor, refused, ct);
            return given.Ok ? new TaskDeleted(refused, task.Subject, null, null) : given.Failure;
        }

        var change = (await queue.AcceptDeletionAsync(db, actor, [task], operation, null, ct))[0];
        return new TaskDeleted(change.Id, task.Subject, change.NotBefore, await RestoreAsync(db, ct));
    }

    /// <summary>Where HubSpot keeps deleted tasks. https://knowledge.hubspot.com/records/restore-deleted-activity-in-a-record</summary>
    private static async Task<string?> RestoreAsync(IDashboardDb db, CancellationToken ct)
    {
        var portal = await db.Connections.AsNoTracking().Select(c => new { c.HubId, c.UiDomain }).SingleOrDefaultAsync(ct);
        return portal is null ? null : $"https://{portal.UiDomain}/contacts/{portal.HubId}/objects/0-27/restore";
    }
}

/// <param name="Change">For undo.</param>
/// <param name="SendsAt">Until then undo brings it back without a trace; null when HubSpot never had it.</param>
/// <param name="RestoreAddress">Where HubSpot can restore it afterwards.</param>
public sealed record TaskDeleted(Guid Change, string Subject, DateTimeOffset? SendsAt, string? RestoreAddress);
