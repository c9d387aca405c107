using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Accepting;

/// <summary>Puts a task that HubSpot does not have yet into the index, with the change that creates it there.</summary>
internal static class NewTasks
{
    public static Change Accept(IDashboardDb db, Actor actor, NewRow row, Guid operation, TimeProvider clock)
    {
        var task = row.Task;
        var now = clock.GetUtcNow();
        var change = Creation(actor, task, operation, row.Values, LinkTarget.Write(row.Targets), now);
        var notes = new TaskNotes { WorkspaceId = db.Workspace, TaskId = task.Id };
        Fill(task, notes, row.Values, change.Id, now);
        task.RemoteCreatedAt = now;
        db.Tasks.Add(task);
        if ((notes.Html ?? notes.Reminders ?? notes.QueueIds) is not null)
        {
            db.TaskNotes.Add(notes);
        }

        db.TaskLinks.AddRange(row.Targets.DistinctBy(t => (t.ObjectType, t.RecordId))
            .Select(t => new TaskLink { WorkspaceId = db.Workspace, TaskId = task.Id, ObjectType = t.ObjectType, RecordId = t.RecordId }));
        db.Changes.Add(change);
        return change;
    }

    /// <summary>The refused creation is given up for one with the corrected values; the records stay.</summary>
    public static async Task<Change> ReviseAsync(
        IDashboardDb db, Actor actor, CrmTask task, Change refused, IReadOnlyDictionary<string, string?> values, Guid operation, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var merged = FieldChange.Read(refused.Fields).ToDictionary(f => f.Key, f => f.Value.After);
        foreach (var (property, value) in values)
        {
            merged[property] = value;
        }

        var change = Creation(actor, task, operation, merged, refused.Targets, now);
        var notes = await db.TaskNotes.FirstOrDefaultAsync(n => n.TaskId == task.Id, ct);
        if (notes is null)
        {
            db.TaskNotes.Add(notes = new TaskNotes { WorkspaceId = db.Workspace, TaskId = task.Id });
        }

        task.IsClosed = (await TaskStatuses.LoadAsync(db, ct)).IsClosed(merged.GetValueOrDefault(TaskProperty.Status));
        Fill(task, notes, merged, change.Id, now);
        refused.State = ChangeState.Dropped;
        db.Changes.Add(change);
        return change;
    }

    private static Change Creation(Actor actor, CrmTask task, Guid operation, IReadOnlyDictionary<string, string?> values, string? targets, DateTimeOffset now) => new()
    {
        WorkspaceId = task.WorkspaceId,
        Id = operation,
        TaskId = task.Id,
        ProvisionalId = task.Id,
        PersonId = actor.PersonId,
        Kind = ChangeKind.Create,
        Fields = FieldChange.Write(values.Where(v => !string.IsNullOrEmpty(v.Value)).ToDictionary(v => v.Key, v => new FieldChange(null, v.Value))),
        Targets = targets,
        AcceptedAt = now,
        NotBefore = now,
    };

    private static void Fill(CrmTask task, TaskNotes notes, IReadOnlyDictionary<string, string?> values, Guid change, DateTimeOffset now)
    {
        foreach (var (property, value) in values)
        {
            TaskProperty.Write(task, property, value, notes);
        }

        (task.ChangeState, task.ChangeId) = (TaskChangeState.Pending, change);
        task.CompletedAt = task.IsClosed ? now : null;
        task.Rank = TaskRank.Of(task.Due, task.CompletedAt, task.IsClosed, task.Id);
    }
}

/// <summary>A task made here.</summary>
/// <param name="Task">Its row under a provisional id; the values are put into it.</param>
/// <param name="Values">Property name to HubSpot's text.</param>
/// <param name="Targets">Records it is associated with from the beginning.</param>
public sealed record NewRow(CrmTask Task, IReadOnlyDictionary<string, string?> Values, IReadOnlyList<LinkTarget> Targets);
