using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links.Pins;

/// <summary>
/// Pins a task on a record, in place of whatever was pinned there. A task that is not associated with the record yet is associated first, in the same step.
/// https://developers.hubspot.com/docs/api-reference/latest/crm/activities/tasks/guide
/// </summary>
public sealed class PinTask(IDashboardDbs dbs, ChangeQueue queue, TimeProvider clock)
{
    /// <summary>What pinning would replace and add, to be shown before it is done.</summary>
    public async Task<Result<PinOutcome>> PreviewAsync(Actor actor, long taskId, string objectType, long recordId, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        return await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == taskId, ct) is { } task
            ? await OutcomeAsync(db, task, objectType, recordId, null, ct)
            : new Failure.NotFound("This task");
    }

    public async Task<Result<PinOutcome>> RunAsync(Actor actor, Guid operation, long taskId, FoundRecord record, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "pin tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        if (await db.Tasks.SingleOrDefaultAsync(t => t.Id == taskId, ct) is not { } task)
        {
            return new Failure.NotFound("This task");
        }

        var outcome = await OutcomeAsync(db, task, record.ObjectType, record.Id, operation, ct);
        if (outcome.IsPinned)
        {
            return outcome;
        }

        await KnownRecords.KeepAsync(db, record, clock, ct);
        await db.SaveChangesAsync(ct);
        var target = new LinkTarget(record.ObjectType, record.Id);
        var pin = new LinkWish(operation, ChangeKind.Pin, task, target, outcome.ReplacesId, taskId) { Step = operation };
        var first = outcome.Associates ? new[] { new LinkWish(Guid.CreateVersion7(), ChangeKind.Link, task, target) { Step = operation } } : [];
        await queue.AcceptLinksAsync(db, actor, [.. first, pin], ct);
        return outcome;
    }

    private static async Task<PinOutcome> OutcomeAsync(IDashboardDb db, CrmTask task, string objectType, long recordId, Guid? change, CancellationToken ct)
    {
        var before = await db.Records.AsNoTracking().Where(r => r.ObjectType == objectType && r.Id == recordId).Select(r => r.PinnedTaskId).FirstOrDefaultAsync(ct);
        var linked = await db.TaskLinks.AnyAsync(l => l.TaskId == task.Id && l.ObjectType == objectType && l.RecordId == recordId, ct);
        var title = before is { } id ? await db.Tasks.AsNoTracking().Where(t => t.Id == id).Select(t => t.Subject).FirstOrDefaultAsync(ct) ?? "another activity" : null;
        return before == task.Id ? new PinOutcome(null, null, null, false, IsPinned: true) : new PinOutcome(change, before, title, !linked, IsPinned: false);
    }
}

/// <param name="Change">For undo; null before it is done, or when nothing had to be done.</param>
/// <param name="Replaces">Title of what is (was) pinned there instead.</param>
/// <param name="Associates">Whether the task is associated with the record by it.</param>
/// <param name="IsPinned">It is pinned there already.</param>
public sealed record PinOutcome(Guid? Change, long? ReplacesId, string? Replaces, bool Associates, bool IsPinned);
