using Dashboard.Application.Changes.Wants;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Accepting;

/// <summary>Turns wanted values into changes and puts them into the rows.</summary>
internal sealed class FieldEdits(
    IDashboardDb db, TaskStatuses statuses, Dictionary<long, TaskNotes> notes, LearnedRules rules, ILookup<long, Change> wanting, TimeProvider clock)
{
    public static async Task<FieldEdits> LoadAsync(IDashboardDb db, IReadOnlyList<(CrmTask Task, Intent Intent)> intents, TimeProvider clock, CancellationToken ct)
    {
        var rules = await LearnedRules.LoadAsync(db, ct);
        var noted = intents.Where(i => i.Intent.Values.Keys.Any(TaskProperty.IsLong) || rules.NeedNotes(i.Intent.Values)).Select(i => i.Task.Id).ToList();
        var notes = noted.Count == 0 ? [] : await db.TaskNotes.Where(n => noted.Contains(n.TaskId)).ToDictionaryAsync(n => n.TaskId, ct);
        var ids = intents.Select(i => i.Task.Id).Distinct().ToList();
        var wanting = await db.Changes.Where(c => ids.Contains(c.TaskId) && c.State == ChangeState.Wanting).ToListAsync(ct);
        return new FieldEdits(db, await TaskStatuses.LoadAsync(db, ct), notes, rules, wanting.ToLookup(c => c.TaskId), clock);
    }

    /// <returns>Null when nothing would change in HubSpot.</returns>
    public Change? Accept(Actor actor, CrmTask task, Intent intent)
    {
        var fields = intent.Values
            .Select(v => (v.Key, Change: new FieldChange(Held(task, v.Key), Filled(v.Value))))
            .Where(f => f.Change.Before != f.Change.After)
            .ToDictionary(f => f.Key, f => f.Change);
        var change = fields.Count == 0 ? null : NewChange(actor, task, intent, fields);
        if (change is not null)
        {
            Supersede(task, fields);
            change.Wants = WantedProperties.Write(rules.Missing(task, notes.GetValueOrDefault(task.Id), fields.ToDictionary(f => f.Key, f => f.Value.After)));
            change.State = change.Wants is null ? ChangeState.Waiting : ChangeState.Wanting;
            db.Changes.Add(change);
            Apply(task, change, fields);
        }

        if (intent.Rank is { } byHand)
        {
            (task.Rank, task.RankedByHand) = (byHand, true);
        }

        return change;
    }

    /// <summary>Adds what a change waited for: it is sent with it, as one.</summary>
    public void Extend(Change change, CrmTask task, IReadOnlyDictionary<string, string?> values)
    {
        var fields = FieldChange.Read(change.Fields);
        var added = values.ToDictionary(v => v.Key, v => new FieldChange(fields.GetValueOrDefault(v.Key)?.Before ?? Held(task, v.Key), Filled(v.Value)));
        foreach (var (property, field) in added)
        {
            fields[property] = field;
        }

        (change.Fields, change.State, change.Wants, change.NotBefore) = (FieldChange.Write(fields), ChangeState.Waiting, null, clock.GetUtcNow());
        Apply(task, change, added);
    }

    /// <summary>Another wish for the same field: the one that waits for somebody is never sent.</summary>
    private void Supersede(CrmTask task, Dictionary<string, FieldChange> fields)
    {
        foreach (var old in wanting[task.Id].Where(c => c.State == ChangeState.Wanting && FieldChange.Read(c.Fields).Keys.Any(fields.ContainsKey)))
        {
            (old.State, old.SettledAt) = (ChangeState.Dropped, clock.GetUtcNow());
        }
    }

    private string? Held(CrmTask task, string property) =>
        TaskProperty.IsKept(property) ? Filled(TaskProperty.Read(task, property, notes.GetValueOrDefault(task.Id))) : null;

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
        foreach (var (property, field) in fields.Where(f => TaskProperty.IsKept(f.Key)))
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

        (task.ChangeState, task.ChangeId) = (change.State == ChangeState.Wanting ? TaskChangeState.Wanting : TaskChangeState.Pending, change.Id);
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
