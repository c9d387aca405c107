using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links;

/// <summary>Associates a task with a record, plainly or under one of the portal's labels.</summary>
public sealed class AssociateTask(IDashboardDbs dbs, ChangeQueue queue, TimeProvider clock)
{
    /// <param name="record">As found; its name is kept so that it can be shown at once.</param>
    public async Task<Result<LinkSaved>> RunAsync(Actor actor, Guid operation, long taskId, FoundRecord record, LinkLabel? label, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "change tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        if (await db.Tasks.SingleOrDefaultAsync(t => t.Id == taskId, ct) is not { } task)
        {
            return new Failure.NotFound("This task");
        }

        var target = new LinkTarget(record.ObjectType, record.Id, label);
        var there = await db.TaskLinks.AnyAsync(l => l.TaskId == taskId && l.ObjectType == record.ObjectType && l.RecordId == record.Id, ct);
        if (there && label is null)
        {
            return new LinkSaved(null);
        }

        await KnownRecords.KeepAsync(db, record, clock, ct);
        await queue.AcceptLinksAsync(db, actor, [new LinkWish(operation, ChangeKind.Link, task, target)], ct);
        return new LinkSaved(operation);
    }
}

/// <param name="Change">For undo; null when it was so already.</param>
public sealed record LinkSaved(Guid? Change);
