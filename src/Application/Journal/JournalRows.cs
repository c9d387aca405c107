using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Journal;

/// <summary>Adds to changes what a line says beside them: the task, who it was, names of records, whether it was taken back. A query each, however many lines.</summary>
internal static class JournalRows
{
    public static async Task<IReadOnlyList<JournalEntry>> OfAsync(IDashboardDb db, Actor actor, List<Change> changes, DateTimeOffset now, CancellationToken ct)
    {
        var ids = changes.Select(c => c.TaskId).Distinct().ToList();
        var tasks = await db.TasksAndDeleted.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Subject, t.IsDeleted }).ToDictionaryAsync(t => t.Id, ct);
        var people = changes.Select(c => c.PersonId).Distinct().ToList();
        var names = await db.Directory.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var owners = await db.Directory.Members.AsNoTracking().Where(m => m.WorkspaceId == db.Workspace && people.Contains(m.PersonId) && m.OwnerId != null)
            .Select(m => new { m.PersonId, m.OwnerId }).ToDictionaryAsync(m => m.PersonId, m => m.OwnerId, ct);
        var records = await RecordsAsync(db, changes, ct);
        var undone = await UndoneAsync(db, changes, ids, ct);
        return changes.ConvertAll(change =>
        {
            var history = new HistoryEntry(change, names.GetValueOrDefault(change.PersonId, "Somebody"), FieldChange.Read(change.Fields), LinkTarget.Read(change.Targets));
            var task = tasks.GetValueOrDefault(change.TaskId);
            return new JournalEntry(history, StandingOf.Of(change, now), task?.Subject ?? Subject(history), task is { IsDeleted: false }, change.PersonId == actor.PersonId)
            {
                PersonKey = TaskProperty.Text(owners.GetValueOrDefault(change.PersonId)) ?? change.PersonId.ToString(),
                IsUndone = undone.Contains(change.Id),
                Records = history.Targets.ToDictionary(t => t, t => records.GetValueOrDefault((t.ObjectType, t.RecordId))),
            };
        });
    }

    /// <summary>The subject a change itself knows, of a task that is gone.</summary>
    private static string? Subject(HistoryEntry entry) =>
        entry.Fields.TryGetValue(TaskProperty.Subject, out var subject) ? subject.After ?? subject.Before : null;

    private static async Task<Dictionary<(string ObjectType, long Id), string>> RecordsAsync(IDashboardDb db, List<Change> changes, CancellationToken ct)
    {
        var targets = changes.SelectMany(c => LinkTarget.Read(c.Targets)).ToList();
        if (targets.Count == 0)
        {
            return [];
        }

        var (types, ids) = (targets.Select(t => t.ObjectType).Distinct().ToList(), targets.Select(t => t.RecordId).Distinct().ToList());
        var found = await db.Records.AsNoTracking().Where(r => types.Contains(r.ObjectType) && ids.Contains(r.Id)).Select(r => new { r.ObjectType, r.Id, r.Name }).ToListAsync(ct);
        return found.ToDictionary(r => (r.ObjectType, r.Id), r => r.Name);
    }

    /// <summary>By task, because changes are found by their task: there is no index of what they take back.</summary>
    private static async Task<HashSet<Guid>> UndoneAsync(IDashboardDb db, List<Change> changes, List<long> tasks, CancellationToken ct)
    {
        var first = changes.Select(c => c.Sequence).DefaultIfEmpty(long.MaxValue).Min();
        var undone = await db.Changes.AsNoTracking()
            .Where(c => tasks.Contains(c.TaskId) && c.Sequence > first && c.Undoes != null && c.State != ChangeState.Refused && c.State != ChangeState.Dropped)
            .Select(c => c.Undoes!.Value)
            .ToListAsync(ct);
        return [.. undone];
    }
}
