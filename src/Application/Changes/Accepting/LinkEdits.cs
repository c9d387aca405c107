using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Accepting;

/// <summary>Associations and pins: into the index, and as changes for HubSpot.</summary>
internal static class LinkEdits
{
    public static async Task AcceptAsync(IDashboardDb db, Actor actor, LinkWish wish, TimeProvider clock, CancellationToken ct)
    {
        var (task, target) = (wish.Task, wish.Target);
        var fields = new Dictionary<string, FieldChange>();
        if (wish.Kind == ChangeKind.Pin)
        {
            fields[TaskProperty.Pinned] = new FieldChange(TaskProperty.Text(wish.PinBefore), TaskProperty.Text(wish.PinAfter));
            await SetPinAsync(db, target, wish.PinAfter, ct);
        }
        else if (wish.Labels is { } labels)
        {
            fields[LabelSwap.Field] = labels.Kept;
        }
        else if (task is not null)
        {
            await SetLinkAsync(db, task, target, wish.Kind == ChangeKind.Link, ct);
        }

        var now = clock.GetUtcNow();
        db.Changes.Add(new Change
        {
            WorkspaceId = db.Workspace,
            Id = wish.Operation,
            TaskId = wish.TaskId,
            PersonId = actor.PersonId,
            Kind = wish.Kind,
            Fields = FieldChange.Write(fields),
            Targets = LinkTarget.Write([target]),
            RankBefore = task?.Rank,
            RankedByHandBefore = task?.RankedByHand == true,
            AcceptedAt = now,
            NotBefore = now,
            Undoes = wish.Undoes,
            BatchId = wish.Step,
        });
        if (task is not null)
        {
            (task.ChangeState, task.ChangeId) = (TaskChangeState.Pending, wish.Operation);
        }
    }

    /// <summary>Puts an association into the index or takes it out, whatever was there.</summary>
    public static async Task SetLinkAsync(IDashboardDb db, CrmTask task, LinkTarget target, bool there, CancellationToken ct)
    {
        var row = db.TaskLinks.Local.FirstOrDefault(l => l.TaskId == task.Id && l.ObjectType == target.ObjectType && l.RecordId == target.RecordId)
            ?? await db.TaskLinks.FirstOrDefaultAsync(l => l.TaskId == task.Id && l.ObjectType == target.ObjectType && l.RecordId == target.RecordId, ct);
        if (there && row is null)
        {
            db.TaskLinks.Add(new TaskLink { WorkspaceId = db.Workspace, TaskId = task.Id, ObjectType = target.ObjectType, RecordId = target.RecordId });
        }
        else if (!there && row is not null)
        {
            db.TaskLinks.Remove(row);
        }
    }

    public static async Task SetPinAsync(IDashboardDb db, LinkTarget target, long? taskId, CancellationToken ct)
    {
        if (await db.Records.FirstOrDefaultAsync(r => r.ObjectType == target.ObjectType && r.Id == target.RecordId, ct) is { } record)
        {
            record.PinnedTaskId = taskId;
        }
    }
}

/// <summary>An association or a pin somebody wants set or taken away.</summary>
/// <param name="Kind"><see cref="ChangeKind.Link"/>, <see cref="ChangeKind.Unlink"/>, <see cref="ChangeKind.Label"/> or <see cref="ChangeKind.Pin"/>.</param>
/// <param name="Task">Null for a pinned activity that the index does not have.</param>
/// <param name="PinBefore">The activity that is pinned there now.</param>
/// <param name="PinAfter">The one that shall be; null takes the pin away.</param>
public sealed record LinkWish(Guid Operation, ChangeKind Kind, CrmTask? Task, LinkTarget Target, long? PinBefore = null, long? PinAfter = null, Guid? Undoes = null)
{
    public long TaskId => Task?.Id ?? PinAfter ?? PinBefore ?? throw new InvalidOperationException("A wish is about a task or a pin.");

    /// <summary>What one gesture did together: a pin and the association made for it.</summary>
    public Guid? Step { get; init; }

    /// <summary>With <see cref="ChangeKind.Label"/> only.</summary>
    public LabelSwap? Labels { get; init; }
}
