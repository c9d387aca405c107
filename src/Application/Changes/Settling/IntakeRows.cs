using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Repeating;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Settling;

/// <summary>What the index holds of some tasks, tracked, and which of their fields a waiting change is about to set.</summary>
internal sealed record IntakeRows(
    Dictionary<long, CrmTask> Tasks,
    Dictionary<long, TaskNotes> Notes,
    ILookup<long, TaskLink> Links,
    Dictionary<long, HashSet<string>> OpenFields,
    HashSet<long> Deleting)
{
    /// <summary>Associations that a change of ours is about to set or take away.</summary>
    public HashSet<(long TaskId, string ObjectType, long RecordId)> OpenLinks { get; init; } = [];

    /// <summary>Of those that repeat.</summary>
    public Dictionary<long, TaskSeries> Series { get; init; } = [];

    public List<CrmTask> NewTasks { get; } = [];

    public List<TaskNotes> NewNotes { get; } = [];

    public List<TaskLink> NewLinks { get; } = [];

    public List<TaskSeries> NewSeries { get; } = [];

    public async Task InsertNewAsync(IDashboardDb db, CancellationToken ct)
    {
        await db.InsertAsync(NewTasks, ct);
        await db.InsertAsync(NewNotes, ct);
        await db.InsertAsync(NewLinks, ct);
        await db.InsertAsync(NewSeries, ct);
    }

    public static async Task<IntakeRows> LoadAsync(IDashboardDb db, List<long> ids, CancellationToken ct)
    {
        var tasks = await db.TasksAndDeleted.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        if (tasks.Count == 0)
        {
            // A task the index does not have has neither notes nor links nor changes here.
            return new IntakeRows(tasks, [], Array.Empty<TaskLink>().ToLookup(l => l.TaskId), [], []);
        }

        var notes = await db.TaskNotes.Where(n => ids.Contains(n.TaskId)).ToDictionaryAsync(n => n.TaskId, ct);
        var series = await db.TaskSeries.Where(s => ids.Contains(s.TaskId)).ToDictionaryAsync(s => s.TaskId, ct);
        var links = await db.TaskLinks.Where(l => ids.Contains(l.TaskId)).ToListAsync(ct);
        var waiting = await WaitingAsync(db, ids, ct);
        return new IntakeRows(
            tasks,
            notes,
            links.ToLookup(l => l.TaskId),
            waiting.Where(c => c.Kind == ChangeKind.Update).GroupBy(c => c.TaskId).ToDictionary(
                same => same.Key,
                same => same.SelectMany(c => FieldChange.Read(c.Fields).Keys).ToHashSet(StringComparer.Ordinal)),
            [.. waiting.Where(c => c.Kind == ChangeKind.Delete).Select(c => c.TaskId)])
        {
            Series = series,
            OpenLinks = waiting.Where(c => c.Kind is ChangeKind.Link or ChangeKind.Unlink)
                .Select(c => (c.TaskId, LinkTarget.Read(c.Targets)[0].ObjectType, LinkTarget.Read(c.Targets)[0].RecordId)).ToHashSet(),
        };
    }

    /// <summary>The settling change itself is tracked and no longer waiting; asking by state leaves it out once it is saved.</summary>
    private static async Task<List<Waiting>> WaitingAsync(IDashboardDb db, List<long> ids, CancellationToken ct) => await db.Changes.AsNoTracking()
        .Where(c => (c.State == ChangeState.Waiting || c.State == ChangeState.Checking || c.State == ChangeState.Wanting) && ids.Contains(c.TaskId))
        .Select(c => new Waiting(c.TaskId, c.Kind, c.Fields, c.Targets))
        .ToListAsync(ct);

    private sealed record Waiting(long TaskId, ChangeKind Kind, string Fields, string? Targets);
}
