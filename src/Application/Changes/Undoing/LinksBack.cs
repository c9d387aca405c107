using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Undoing;

/// <summary>Undoes an association by taking it away, and the other way round; its labels by those from before; a pin by what was pinned before, with the association made for it.</summary>
internal sealed class LinksBack(IDashboardDb db, ChangeQueue queue)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Change change, CancellationToken ct)
    {
        var task = await db.Tasks.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct);
        var target = LinkTarget.Read(change.Targets)[0];
        if (change.Kind != ChangeKind.Pin)
        {
            if (task is null)
            {
                return new Failure.NotFound("This change");
            }

            var opposite = change.Kind switch { ChangeKind.Link => ChangeKind.Unlink, ChangeKind.Unlink => ChangeKind.Link, var same => same };
            var wish = new LinkWish(Guid.CreateVersion7(), opposite, task, target, Undoes: change.Id) { Labels = LabelSwap.Of(change)?.Back };
            await queue.AcceptLinksAsync(db, actor, [wish], ct);
            return Done.Value;
        }

        return await PinAsync(actor, change, task, target, ct);
    }

    private async Task<Result<Done>> PinAsync(Actor actor, Change change, CrmTask? task, LinkTarget target, CancellationToken ct)
    {
        var (before, after) = (SettleLink.PinBefore(change), SettleLink.PinAfter(change));
        var now = await db.Records.AsNoTracking().Where(r => r.ObjectType == target.ObjectType && r.Id == target.RecordId).Select(r => r.PinnedTaskId).FirstOrDefaultAsync(ct);
        if (now != after)
        {
            return new Failure.Conflict("Somebody has pinned something else there since.");
        }

        var back = before is { } id ? await db.Tasks.FirstOrDefaultAsync(t => t.Id == id, ct) : task;
        var wishes = new List<LinkWish> { new(Guid.CreateVersion7(), ChangeKind.Pin, back, target, after, before, change.Id) };
        if (task is not null && change.BatchId is { } step && await db.Changes.AnyAsync(c => c.BatchId == step && c.Kind == ChangeKind.Link && c.State != ChangeState.Refused, ct))
        {
            wishes.Add(new LinkWish(Guid.CreateVersion7(), ChangeKind.Unlink, task, target, Undoes: change.Id));
        }

        await queue.AcceptLinksAsync(db, actor, wishes, ct);
        return Done.Value;
    }
}
