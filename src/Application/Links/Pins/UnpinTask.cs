using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links.Pins;

/// <summary>Takes a task's pin off a record.</summary>
public sealed class UnpinTask(IDashboardDbs dbs, ChangeQueue queue)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Guid operation, string objectType, long recordId, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "unpin tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var record = await db.Records.FirstOrDefaultAsync(r => r.ObjectType == objectType && r.Id == recordId, ct);
        if (record is null)
        {
            return new Failure.NotFound("This record");
        }

        if (record.PinnedTaskId is not { } pinned)
        {
            return Done.Value;
        }

        // It may be a note or a meeting, which the index does not have.
        var task = await db.Tasks.FirstOrDefaultAsync(t => t.Id == pinned, ct);
        await queue.AcceptLinksAsync(db, actor, [new LinkWish(operation, ChangeKind.Pin, task, new LinkTarget(objectType, recordId), pinned, null)], ct);
        return Done.Value;
    }
}
