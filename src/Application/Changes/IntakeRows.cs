using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes;

/// <summary>What the index holds of some tasks, tracked, and which of their fields a waiting change is about to set.</summary>
internal sealed record IntakeRows(
    Dictionary<long, CrmTask> Tasks,
    Dictionary<long, TaskNotes> Notes,
    ILookup<long, TaskLink> Links,
    Dictionary<long, HashSet<string>> OpenFields)
{
    public List<CrmTask> NewTasks { get; } = [];

    public List<TaskNotes> NewNotes { get; } = [];

    public List<TaskLink> NewLinks { get; } = [];

    public async Task InsertNewAsync(IDashboardDb db, CancellationToken ct)
    {
        await db.InsertAsync(NewTasks, ct);
        await db.InsertAsync(NewNotes, ct);
        await db.InsertAsync(NewLinks, ct);
    }

    public static async Task<IntakeRows> LoadAsync(IDashboardDb db, List<long> ids, CancellationToken ct)
    {
        var tasks = await db.TasksAndDeleted.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        if (tasks.Count == 0)
        {
            // A task the index does not have has neither notes nor links nor changes here.
            return new IntakeRows(tasks, [], Array.Empty<TaskLink>().ToLookup(l => l.TaskId), []);
        }

        var notes = await db.TaskNotes.Where(n => ids.Contains(n.TaskId)).ToDictionaryAsync(n => n.TaskId, ct);
        var links = await db.TaskLinks.Where(l => ids.Contains(l.TaskId)).ToListAsync(ct);
        return new IntakeRows(tasks, notes, links.ToLookup(l => l.TaskId), await OpenAsync(db, ids, ct));
    }

    private static async Task<Dictionary<long, HashSet<string>>> OpenAsync(IDashboardDb db, List<long> ids, CancellationToken ct)
    {
        // The settling change itself is tracked and no longer waiting; asking by state leaves it out once it is saved.
        var waiting = await db.Changes.AsNoTracking()
            .Where(c => c.State == ChangeState.Waiting && ids.Contains(c.TaskId))
            .Select(c => new { c.TaskId, c.Fields })
            .ToListAsync(ct);
        return waiting.GroupBy(c => c.TaskId).ToDictionary(
            same => same.Key,
            same => same.SelectMany(c => FieldChange.Read(c.Fields).Keys).ToHashSet(StringComparer.Ordinal));
    }
}
