using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links;

/// <summary>
/// Puts labels of the portal on an association of a task, or takes them off; one association may have several.
/// https://developers.hubspot.com/docs/api-reference/latest/crm/associations/associate-records/guide
/// </summary>
public sealed class LabelLink(IDashboardDbs dbs, ChangeQueue queue)
{
    /// <param name="labels">As the person saw them, and as they shall be.</param>
    public async Task<Result<LinkSaved>> RunAsync(Actor actor, Guid operation, long taskId, LinkTarget target, LabelSwap labels, CancellationToken ct)
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

        if (!await db.TaskLinks.AnyAsync(l => l.TaskId == taskId && l.ObjectType == target.ObjectType && l.RecordId == target.RecordId, ct))
        {
            return new Failure.NotFound("This association");
        }

        if (labels.Added.Count + labels.Removed.Count == 0)
        {
            return new LinkSaved(null);
        }

        await queue.AcceptLinksAsync(db, actor, [new LinkWish(operation, ChangeKind.Label, task, target) { Labels = labels }], ct);
        return new LinkSaved(operation);
    }
}
