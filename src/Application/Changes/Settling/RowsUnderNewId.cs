using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Settling;

/// <summary>Moves what the index holds under a provisional id to HubSpot's id. Keys cannot change, so rows are made anew.</summary>
internal static class RowsUnderNewId
{
    /// <param name="there">The row of HubSpot's id, when a sync was faster than the answer.</param>
    /// <param name="settled">The creation: only its own sign is taken off the card.</param>
    public static async Task MoveAsync(IDashboardDb db, CrmTask task, CrmTask? there, long id, Guid settled, CancellationToken ct)
    {
        var row = there ?? new CrmTask { WorkspaceId = db.Workspace, Id = id, RemoteCreatedAt = task.RemoteCreatedAt };
        if (there is null)
        {
            db.Tasks.Add(row);
            await MoveNotesAsync(db, task.Id, id, ct);
        }

        Copy(task, row);
        (row.ChangeState, row.ChangeId) = task.ChangeId == settled ? (TaskChangeState.Saved, null) : (task.ChangeState, task.ChangeId);
        db.Tasks.Remove(task);

        var links = await db.TaskLinks.Where(l => l.TaskId == task.Id || l.TaskId == id).ToListAsync(ct);
        foreach (var link in links.Where(l => l.TaskId == task.Id))
        {
            db.TaskLinks.Remove(link);
            if (!links.Exists(l => l.TaskId == id && l.ObjectType == link.ObjectType && l.RecordId == link.RecordId))
            {
                db.TaskLinks.Add(new TaskLink { WorkspaceId = db.Workspace, TaskId = id, ObjectType = link.ObjectType, RecordId = link.RecordId });
            }
        }

        foreach (var record in await db.Records.Where(r => r.PinnedTaskId == task.Id).ToListAsync(ct))
        {
            record.PinnedTaskId = id;
        }
    }

    private static async Task MoveNotesAsync(IDashboardDb db, long from, long id, CancellationToken ct)
    {
        if (await db.TaskNotes.FirstOrDefaultAsync(n => n.TaskId == from, ct) is { } notes)
        {
            db.TaskNotes.Remove(notes);
            db.TaskNotes.Add(new TaskNotes { WorkspaceId = db.Workspace, TaskId = id, Html = notes.Html, Reminders = notes.Reminders, QueueIds = notes.QueueIds });
        }
    }

    private static void Copy(CrmTask from, CrmTask to)
    {
        (to.Subject, to.Status, to.Priority, to.Type, to.OwnerId) = (from.Subject, from.Status, from.Priority, from.Type, from.OwnerId);
        (to.Due, to.CompletedAt, to.IsClosed, to.IsDeleted) = (from.Due, from.CompletedAt, from.IsClosed, from.IsDeleted);
        (to.Rank, to.RankedByHand) = (from.Rank, from.RankedByHand);
    }
}
