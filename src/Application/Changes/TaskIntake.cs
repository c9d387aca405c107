using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes;

/// <summary>
/// The one place that turns HubSpot's answers into rows of the index. An older answer never overwrites a newer one, and no answer
/// a field that a change of ours is still about to set. Runs inside the caller's transaction; the caller saves.
/// </summary>
public static class TaskIntake
{
    /// <summary>Longest value of an enumeration the index takes.</summary>
    private const int LongestValue = 200;

    /// <summary>Sixteen times what HubSpot allows in a text.</summary>
    private const int LongestNotes = 1 << 20;

    private static readonly string[] Kept =
        [TaskProperty.Subject, TaskProperty.Status, TaskProperty.Priority, TaskProperty.Type, TaskProperty.Owner, TaskProperty.Due, TaskProperty.CustomerZone];

    public static async Task<TaskIntakeOutcome> TakeAsync(IDashboardDb db, IReadOnlyList<RemoteTask> tasks, TaskStatuses statuses, CancellationToken ct)
    {
        var newest = tasks.Where(Readable).GroupBy(t => t.Id).Select(same => same.MaxBy(Modified)!).ToList();
        var ids = newest.Select(t => t.Id).ToList();
        var known = await IntakeRows.LoadAsync(db, ids, ct);
        var changed = newest.Where(t => Take(db, t, known, statuses)).Select(t => t.Id).ToList();
        await known.InsertNewAsync(db, ct);
        await Quarantine.KeepAsync(db, newest.Where(t => t.Properties.Count > 0).Select(t => t.Id), [.. tasks.Select(Unread).OfType<UnreadTask>()], ct);
        return new TaskIntakeOutcome(changed, tasks.Count(t => !Readable(t)) + newest.Count(t => !HasReadableNotes(t)));
    }

    /// <summary>Keeps that a record is associated with tasks. Others it has stay: nothing was asked about them.</summary>
    public static async Task LinkAsync(IDashboardDb db, string objectType, long recordId, IReadOnlyList<long> taskIds, CancellationToken ct)
    {
        var known = await db.TaskLinks.Where(l => l.ObjectType == objectType && l.RecordId == recordId).Select(l => l.TaskId).ToListAsync(ct);
        db.TaskLinks.AddRange(taskIds.Except(known).Select(id => new TaskLink { WorkspaceId = db.Workspace, TaskId = id, ObjectType = objectType, RecordId = recordId }));
    }

    /// <summary>Takes tasks out of the index that HubSpot no longer has.</summary>
    public static async Task RemoveAsync(IDashboardDb db, IReadOnlyList<long> ids, CancellationToken ct)
    {
        await db.TaskLinks.Where(l => ids.Contains(l.TaskId)).ExecuteDeleteAsync(ct);
        await db.TaskNotes.Where(n => ids.Contains(n.TaskId)).ExecuteDeleteAsync(ct);
        await db.TaskSeries.Where(s => ids.Contains(s.TaskId)).ExecuteDeleteAsync(ct);
        await db.TasksAndDeleted.Where(t => ids.Contains(t.Id)).ExecuteDeleteAsync(ct);
        await db.Quarantine.Where(q => ids.Contains(q.TaskId)).ExecuteDeleteAsync(ct);
    }

    /// <summary>HubSpot's own instant of the answer's version.</summary>
    public static DateTimeOffset? Modified(RemoteTask remote) =>
        TaskProperty.Instant(remote.Properties.GetValueOrDefault(TaskProperty.UpdatedAt)) ?? remote.UpdatedAt;

    private static bool Take(IDashboardDb db, RemoteTask remote, IntakeRows known, TaskStatuses statuses)
    {
        var isNew = !known.Tasks.TryGetValue(remote.Id, out var row);
        if (isNew && remote.Properties.Count == 0)
        {
            return false;
        }

        row ??= new CrmTask { WorkspaceId = db.Workspace, Id = remote.Id };
        var modified = Modified(remote) ?? row.RemoteUpdatedAt;
        if (!isNew && modified < row.RemoteUpdatedAt)
        {
            return false;
        }

        var open = known.OpenFields.GetValueOrDefault(remote.Id);
        var changed = TakeFields(row, remote, open) | isNew;
        if (row.IsDeleted && modified > row.RemoteUpdatedAt && !known.Deleting.Contains(remote.Id))
        {
            // Somebody brought it back from HubSpot's recycling bin.
            (row.IsDeleted, changed) = (false, true);
        }

        var isNewer = modified > row.RemoteUpdatedAt;
        row.RemoteUpdatedAt = modified;
        row.RemoteCreatedAt = TaskProperty.Instant(remote.Properties.GetValueOrDefault(TaskProperty.CreatedAt)) ?? remote.CreatedAt ?? row.RemoteCreatedAt;
        changed |= Settle(row, remote, open, statuses);

        if (isNew)
        {
            known.NewTasks.Add(row);
        }

        return TakeNotes(db, remote, known, open) | TakeLinks(db, remote, known) | IntakeSeries.Take(db, remote, row, known, isNewer) | changed;
    }

    private static bool TakeFields(CrmTask row, RemoteTask remote, HashSet<string>? open)
    {
        var changed = false;
        foreach (var property in Kept)
        {
            if (remote.Properties.TryGetValue(property, out var value) && open?.Contains(property) != true)
            {
                var before = TaskProperty.Read(row, property);
                TaskProperty.Write(row, property, value);
                changed |= before != TaskProperty.Read(row, property);
            }
        }

        return changed;
    }

    /// <summary>What follows from the status: closed or not, since when, and the place in the column.</summary>
    private static bool Settle(CrmTask row, RemoteTask remote, HashSet<string>? open, TaskStatuses statuses)
    {
        var (wasClosed, wasCompleted, wasAt) = (row.IsClosed, row.CompletedAt, row.Rank);
        row.IsClosed = statuses.IsClosed(row.Status);
        if (open?.Contains(TaskProperty.Status) != true && remote.Properties.TryGetValue(TaskProperty.CompletedAt, out var completed))
        {
            // HubSpot dates only its own "completed"; a portal's other closed statuses count from when we first saw them so.
            row.CompletedAt = TaskProperty.Instant(completed) ?? (row.IsClosed ? row.CompletedAt ?? row.RemoteUpdatedAt : null);
        }

        row.RankedByHand &= wasClosed == row.IsClosed;
        if (!row.RankedByHand)
        {
            row.Rank = TaskRank.Of(row.Due, row.CompletedAt, row.IsClosed, row.Id);
        }

        return wasClosed != row.IsClosed || wasCompleted != row.CompletedAt || wasAt != row.Rank;
    }

    private static bool TakeNotes(IDashboardDb db, RemoteTask remote, IntakeRows known, HashSet<string>? open)
    {
        if (!remote.Properties.TryGetValue(TaskProperty.Body, out var html) || !HasReadableNotes(remote))
        {
            return false;
        }

        known.Notes.TryGetValue(remote.Id, out var row);
        string? Value(string property, string? given, string? had) => open?.Contains(property) == true ? had : Text(given);
        var texts = (
            Html: Value(TaskProperty.Body, html, row?.Html),
            Reminders: Value(TaskProperty.Reminders, remote.Properties.GetValueOrDefault(TaskProperty.Reminders), row?.Reminders),
            Queues: Value(TaskProperty.Queues, remote.Properties.GetValueOrDefault(TaskProperty.Queues), row?.QueueIds));
        if (row is null)
        {
            if (texts == default)
            {
                return false;
            }

            known.NewNotes.Add(row = new TaskNotes { WorkspaceId = db.Workspace, TaskId = remote.Id });
        }

        var changed = (row.Html, row.Reminders, row.QueueIds) != texts;
        (row.Html, row.Reminders, row.QueueIds) = texts;
        return changed;
    }

    private static bool TakeLinks(IDashboardDb db, RemoteTask remote, IntakeRows known)
    {
        if (remote.Links is not { } links)
        {
            return false;
        }

        var had = known.Links[remote.Id].ToDictionary(l => new RemoteLink(l.ObjectType, l.RecordId));
        bool IsOpen(RemoteLink link) => known.OpenLinks.Contains((remote.Id, link.ObjectType, link.RecordId));
        var gone = had.Where(h => !links.Contains(h.Key) && !IsOpen(h.Key)).Select(h => h.Value).ToList();
        var came = links.Where(l => !had.ContainsKey(l) && !IsOpen(l)).Distinct()
            .Select(l => new TaskLink { WorkspaceId = db.Workspace, TaskId = remote.Id, ObjectType = l.ObjectType, RecordId = l.RecordId }).ToList();
        db.TaskLinks.RemoveRange(gone);
        known.NewLinks.AddRange(came);
        return gone.Count + came.Count > 0;
    }

    private static bool Readable(RemoteTask task) => task.Id > 0
        && new[] { TaskProperty.Status, TaskProperty.Priority, TaskProperty.Type }.All(p => task.Properties.GetValueOrDefault(p) is not { Length: > LongestValue });

    /// <summary>What of an answer is left out, and why; null when all of it is taken.</summary>
    private static UnreadTask? Unread(RemoteTask task) =>
        !Readable(task) ? new UnreadTask(Math.Max(0, task.Id), task.Id > 0 ? "Its status, priority or type is longer than any list allows." : "HubSpot sent a task without an id.")
        : !HasReadableNotes(task) ? new UnreadTask(task.Id, "Its notes are too long and are left out; the rest is shown.")
        : null;

    private static bool HasReadableNotes(RemoteTask task) => task.Properties.GetValueOrDefault(TaskProperty.Body) is not { Length: > LongestNotes };

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
