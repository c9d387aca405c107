using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Accepting;

/// <summary>Turns wanted values into changes and puts them into the rows.</summary>
internal sealed class FieldEdits(IDashboardDb db, TaskStatuses statuses, Dictionary<long, TaskNotes> notes, TimeProvider clock)
{
    public static async Task<FieldEdits> LoadAsync(IDashboardDb db, IReadOnlyList<(CrmTask Task, Intent Intent)> intents, TimeProvider clock, CancellationToken ct)
    {
        var noted = intents.Where(i => i.Intent.Values.Keys.Any(TaskProperty.IsLong)).Select(i => i.Task.Id).ToList();
        var notes = noted.Count == 0 ? [] : await db.TaskNotes.Where(n => noted.Contains(n.TaskId)).ToDictionaryAsync(n => n.TaskId, ct);
        return new FieldEdits(db, await TaskStatuses.LoadAsync(db, ct), notes, clock);
    }

    /// <returns>Null when nothing would change in HubSpot.</returns>
    public Change? Accept(Actor actor, CrmTask task, Intent intent)
    {
        var fields = intent.Values
            .Select(v => (v.Key, Change: new FieldChange(Filled(TaskProperty.Read(task, v.Key, notes.GetValueOrDefault(task.Id))), Filled(v.Value))))
            .Where(f => f.Change.Before != f.Change.After)
            .ToDictionary(f => f.Key, f => f.Change);
        var change = fields.Count == 0 ? null : NewChange(actor, task, intent, fields);
        if (change is not null)
        {
            db.Changes.Add(change);
            Apply(task, change, fields);
        }

        if (intent.Rank is { } byHand)
        {
            (task.Rank, task.RankedByHand) = (byHand, true);
        }

        return change;
    }

    private static string? Filled(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private Change NewChange(Actor actor, CrmTask task, Intent intent, Dictionary<string, FieldChange> fields) => new()
    {
        WorkspaceId = task.WorkspaceId,
        Id = intent.Operation,
        TaskId = task.Id,
        PersonId = actor.PersonId,
        Kind = ChangeKind.Update,
        Fields = FieldChange.Write(fields),
        RankBefore = task.Rank,
        RankedByHandBefore = task.RankedByHand,
        AcceptedAt = clock.GetUtcNow(),
        NotBefore = clock.GetUtcNow(),
        Undoes = intent.Undoes,
        BatchId = intent.Batch,
    };

    private void Apply(CrmTask task, Change change, Dictionary<string, FieldChange> fields)
    {
        foreach (var (property, field) in fields)
        {
            TaskProperty.Write(task, property, field.After, TaskProperty.IsLong(property) ? NotesOf(task) : null);
        }

        if (fields.ContainsKey(TaskProperty.Status))
        {
            var closed = statuses.IsClosed(task.Status);
            task.CompletedAt = closed ? task.CompletedAt ?? clock.GetUtcNow() : null;
            task.RankedByHand &= task.IsClosed == closed;
            task.IsClosed = closed;
        }

        if (!task.RankedByHand)
        {
            task.Rank = TaskRank.Of(task.Due, task.CompletedAt, task.IsClosed, task.Id);
        }

        (task.ChangeState, task.ChangeId) = (TaskChangeState.Pending, change.Id);
    }

    private TaskNotes NotesOf(CrmTask task)
    {
        if (!notes.TryGetValue(task.Id, out var row))
        {
            db.TaskNotes.Add(notes[task.Id] = row = new TaskNotes { WorkspaceId = task.WorkspaceId, TaskId = task.Id });
        }

        return row;
    }
}
