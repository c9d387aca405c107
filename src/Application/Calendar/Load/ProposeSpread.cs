using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Calendar.Load;

/// <summary>Deals overdue tasks out over the next working days, to whichever day of their owner has least: a proposal, nothing is changed.</summary>
public sealed class ProposeSpread(IDashboardDbs dbs, TimeProvider clock)
{
    /// <summary>What one gesture carries.</summary>
    public const int MostTasks = 200;

    public const int MostDays = 30;

    /// <param name="filter">Whose and which, where none are chosen; what the calendar shows.</param>
    /// <param name="chosen">Only these, wherever they are shown; empty for all that the filter lets through.</param>
    /// <param name="days">How many working days, 1 to <see cref="MostDays"/>.</param>
    public async Task<Result<Spread>> RunAsync(Actor actor, BoardQuery filter, IReadOnlyCollection<long> chosen, int days, WorkingDays work, OwnTime own, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "move tasks") is { } forbidden)
        {
            return forbidden;
        }

        await using var db = dbs.Open(actor.Workspace);
        var due = new DueBuckets(clock.GetUtcNow(), own);

        // Whatever is left of today is for what is planned already.
        var over = work.Take(due.Today.AddDays(1), Math.Clamp(days, 1, MostDays));
        if (over.Count == 0)
        {
            return new Failure.Invalid("days", "You have no working days to spread over. Set them in your account.");
        }

        // As one parameter: a selection may be long, and one parameter for each makes a statement that differs with their number.
        var open = chosen.Count > 0
            ? db.Tasks.AsNoTracking().Where(t => EF.Parameter(chosen).Contains(t.Id) && !t.IsClosed)
            : new BoardScope(actor, filter, due, await PortalWords.LoadAsync(db, ct)).Filtered(db).Where(t => !t.IsClosed);
        var wanted = open.Where(t => t.Due < due.Now);
        var tasks = await wanted.OrderByDescending(t => t.Due).ThenBy(t => t.Id).Take(MostTasks)
            .Select(t => new Overdue(t.Id, t.Subject.Substring(0, 200), t.Due!.Value, t.Priority, t.Type, t.OwnerId))
            .ToListAsync(ct);
        var (from, to) = (due.StartOf(over[0]), due.StartOf(over[^1].AddDays(1)));
        var planned = await db.Tasks.AsNoTracking().Where(t => !t.IsClosed && t.Due >= from && t.Due < to)
            .Select(t => new { Due = t.Due!.Value, t.Type, t.OwnerId })
            .ToListAsync(ct);
        var load = planned.GroupBy(t => (t.OwnerId, PlannedTime.Of(t.Due, own.Zone).Day)).ToDictionary(g => g.Key, g => g.Sum(t => own.Habits.Minutes.Of(t.Type)));
        return new Spread(Deal(tasks, over, load, own.Habits.Minutes), over, await wanted.CountAsync(ct) - tasks.Count);
    }

    private static List<SpreadTask> Deal(IEnumerable<Overdue> tasks, IReadOnlyList<DateOnly> days, Dictionary<(long?, DateOnly), int> load, TaskMinutes minutes)
    {
        var dealt = new List<SpreadTask>();
        foreach (var task in tasks.OrderBy(t => t.Priority switch { "HIGH" => 0, "MEDIUM" => 1, _ => 2 }).ThenBy(t => t.Due).ThenBy(t => t.Id))
        {
            var day = days.MinBy(day => load.GetValueOrDefault((task.OwnerId, day)));
            load[(task.OwnerId, day)] = load.GetValueOrDefault((task.OwnerId, day)) + minutes.Of(task.Type);
            dealt.Add(new SpreadTask(task.Id, task.Subject, task.Due, task.OwnerId, day));
        }

        return [.. dealt.OrderBy(t => t.Day).ThenBy(t => t.Due)];
    }

    private sealed record Overdue(long Id, string Subject, DateTimeOffset Due, string? Priority, string? Type, long? OwnerId);
}

/// <param name="Left">Overdue tasks beyond what one gesture carries.</param>
public sealed record Spread(IReadOnlyList<SpreadTask> Tasks, IReadOnlyList<DateOnly> Days, int Left);

/// <param name="Day">Where it would go; its time of day stays.</param>
public sealed record SpreadTask(long Id, string Subject, DateTimeOffset Due, long? OwnerId, DateOnly Day);
