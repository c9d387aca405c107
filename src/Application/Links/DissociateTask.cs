using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links;

/// <summary>Takes an association away, with all its labels. A pin that hangs on it goes with it, as in HubSpot.</summary>
public sealed class DissociateTask(IDashboardDbs dbs, ChangeQueue queue)
{
    public async Task<Result<LinkSaved>> RunAsync(Actor actor, Guid operation, long taskId, string objectType, long recordId, CancellationToken ct)
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

        if (!await db.TaskLinks.AnyAsync(l => l.TaskId == taskId && l.ObjectType == objectType && l.RecordId == recordId, ct))
        {
            return new LinkSaved(null);
        }

        await queue.AcceptLinksAsync(db, actor, [new LinkWish(operation, ChangeKind.Unlink, task, new LinkTarget(objectType, recordId))], ct);
        return new LinkSaved(operation);
    }
}
