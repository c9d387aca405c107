using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Application.Tasks.Repeating;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Calendar;

/// <summary>A day on which a repeating task will come again. Not a task: HubSpot makes that one when its time has come.</summary>
/// <param name="TaskId">The task it comes from.</param>
/// <param name="OwnerId">That one's owner.</param>
public sealed record Ghost(long TaskId, string Subject, long? OwnerId, PlannedTime At);

/// <summary>Works out the ghosts of a span from what HubSpot told of its series; where it told nothing there are none.</summary>
internal static class Ghosts
{
    /// <summary>In one view; the nearest ones.</summary>
    public const int Most = 200;

    /// <summary>Repeating tasks that are looked at; a portal with more shows those of the oldest ones.</summary>
    private const int MostSeries = 2_000;

    private const int ShownSubject = 300;

    /// <param name="open">The tasks that the filters let through.</param>
    /// <param name="to">First instant after the span.</param>
    /// <param name="soonest">Nothing comes before it any more.</param>
    public static async Task<List<Ghost>> ReadAsync(IDashboardDb db, IQueryable<CrmTask> open, DateTimeOffset from, DateTimeOffset to, DateTimeOffset soonest, TimeZoneInfo viewer, CancellationToken ct)
    {
        if (to <= soonest)
        {
            return [];
        }

        // From the few that repeat to their tasks by key, never the other way round: an outer join leaves the engine no choice.
        var rows = await db.TaskSeries.AsNoTracking().Where(s => s.Rule != null && s.StartsAt != null && s.StartsAt < to).OrderBy(s => s.TaskId).Take(MostSeries)
            .LeftJoin(open.Where(t => !t.IsClosed), s => s.TaskId, t => t.Id, (s, t) => new Origin(
                s.TaskId, s.Rule!, s.StartsAt!.Value, s.Status, t == null ? null : t.Subject.Substring(0, ShownSubject), t == null ? null : t.Due, t == null ? null : t.OwnerId,
                db.Connections.Select(c => c.TimeZone).FirstOrDefault()))
            .ToListAsync(ct);

        var zone = rows is [{ PortalZone: { } name }, ..] && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : viewer;
        return [.. Newest(rows).SelectMany(origin => Of(origin, Later(from, soonest), to, zone)).OrderBy(one => one.At).ThenBy(one => one.From.TaskId).Take(Most)
            .Select(one => new Ghost(one.From.TaskId, one.From.Subject!, one.From.OwnerId, PlannedTime.Of(one.At, viewer)))];
    }

    /// <summary>The task of today and the one of last week that nobody did are one series: what comes, comes once.</summary>
    private static IEnumerable<Origin> Newest(IEnumerable<Origin> rows) => rows
        .Where(origin => origin is { Subject: not null, Due: not null } && !TaskSeries.IsOverAt(origin.Status))
        .GroupBy(origin => (origin.Rule, origin.StartsAt, origin.Subject, origin.OwnerId))
        .Select(same => same.MaxBy(origin => (origin.Due, origin.TaskId))!);

    private static IEnumerable<(DateTimeOffset At, Origin From)> Of(Origin origin, DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        if (RepeatRuleText.Read(origin.Rule) is not { } rule)
        {
            return [];
        }

        // Its own day is the task's, at whatever time somebody has put it.
        var own = new PlannedTime(PlannedTime.Of(origin.Due!.Value, zone).Day.AddDays(1), TimeOnly.MinValue).Instant(zone);
        return RepeatDays.Between(rule, origin.StartsAt, zone, Later(own, from).AddTicks(-1), to).Take(Most).Select(at => (at, origin));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed record Origin(
        long TaskId, string Rule, DateTimeOffset StartsAt, string? Status, string? Subject, DateTimeOffset? Due, long? OwnerId, string? PortalZone);
}
