using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Calendar.Load;

/// <summary>Moves tasks to the days a proposal gave them: all in one transaction, and taken back as one.</summary>
public sealed class AcceptSpread(IDashboardDbs dbs, ChangeQueue queue)
{
    /// <param name="gesture">Made by whoever asks, once: told again with it, nothing moves again.</param>
    /// <param name="tasks">As they were proposed, at most <see cref="ProposeSpread.MostTasks"/>.</param>
    /// <param name="own">Of whoever accepts: days are theirs.</param>
    public async Task<Result<SpreadAccepted>> RunAsync(Actor actor, Guid gesture, IReadOnlyList<SpreadTask> tasks, OwnTime own, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "move tasks") is { } forbidden)
        {
            return forbidden;
        }

        if (tasks.Count is 0 or > ProposeSpread.MostTasks)
        {
            return new Failure.Invalid("tasks", $"From 1 to {ProposeSpread.MostTasks} tasks can be spread in one go.");
        }

        await using var db = dbs.Open(actor.Workspace);
        if (!await db.Changes.AnyAsync(change => change.BatchId == gesture, ct))
        {
            await queue.AcceptManyAsync(db, actor, await IntentsAsync(db, gesture, tasks, own, ct), ct);
        }

        var moved = await db.Changes.AsNoTracking().Where(change => change.BatchId == gesture).OrderBy(change => change.Sequence)
            .Select(change => new { change.Id, change.State }).ToListAsync(ct);
        return new SpreadAccepted([.. moved.Select(change => change.Id)], tasks.Count - moved.Count) { Waits = moved.Exists(change => change.State == ChangeState.Wanting) };
    }

    /// <summary>Whoever moved or closed a task since it was proposed meant that: it stays.</summary>
    private static async Task<List<(CrmTask, Intent)>> IntentsAsync(IDashboardDb db, Guid gesture, IReadOnlyList<SpreadTask> tasks, OwnTime own, CancellationToken ct)
    {
        var days = tasks.DistinctBy(task => task.Id).ToDictionary(task => task.Id);
        var ids = days.Keys.ToList();
        var rows = await db.Tasks.Where(row => ids.Contains(row.Id) && !row.IsClosed).ToListAsync(ct);
        return
        [
            .. rows.Where(row => row.Due == days[row.Id].Due).OrderBy(row => row.Due).ThenBy(row => row.Id)
                .Select(row => (row, new Intent(Guid.CreateVersion7(), Due(PlannedTime.Moved(row.Due, days[row.Id].Day, own)), Batch: gesture))),
        ];
    }

    private static Dictionary<string, string?> Due(DateTimeOffset instant) => new() { [TaskProperty.Due] = TaskProperty.Text(instant) };
}

/// <param name="Changes">One of each task that moved, for undo.</param>
/// <param name="Left">Tasks that somebody moved, closed or deleted since they were proposed.</param>
public sealed record SpreadAccepted(IReadOnlyList<Guid> Changes, int Left)
{
    /// <summary>Some are not sent yet: HubSpot wants another field set first.</summary>
    public bool Waits { get; init; }
}
