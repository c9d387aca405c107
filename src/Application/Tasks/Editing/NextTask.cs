using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Editing;

/// <summary>What a follow-up of a task begins with: its type, owner, priority and records, and a due date after it. Makes nothing.</summary>
public sealed class NextTask(IDashboardDbs dbs, TimeProvider clock)
{
    /// <summary>A follow-up of something without a date comes in so many working days.</summary>
    private const int WorkingDays = 3;

    public async Task<Result<TaskPrefill>> RunAsync(Actor actor, long taskId, OwnTime own, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        if (await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == taskId, ct) is not { } task)
        {
            return new Failure.NotFound("This task");
        }

        var choices = await PortalChoices.LoadAsync(db, ct);
        var links = await ShowTask.LinksAsync(db, taskId, ct);
        var time = task.Due is { } due ? LocalTime.Time(due, own.Zone) : own.EndOfWork;
        var values = new Dictionary<string, string?>
        {
            [TaskProperty.Subject] = task.Subject,
            [TaskProperty.Type] = task.Type,
            [TaskProperty.Priority] = task.Priority,
            [TaskProperty.Owner] = choices.Owners.Any(o => o.Id == task.OwnerId && !o.IsArchived) ? TaskProperty.Text(task.OwnerId) : TaskProperty.Text(actor.OwnerId),
            [TaskProperty.Due] = TaskProperty.Text(LocalTime.Instant(Day(own.Zone), time, own.Zone)),
        };
        return new TaskPrefill(values.Where(v => !string.IsNullOrEmpty(v.Value)).ToDictionary(v => v.Key, v => v.Value), links);
    }

    private DateOnly Day(TimeZoneInfo zone)
    {
        var day = LocalTime.Day(clock.GetUtcNow(), zone);
        for (var left = WorkingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
