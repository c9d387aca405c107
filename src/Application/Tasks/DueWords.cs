using System.Globalization;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Tasks;

/// <summary>Dates as people say them, as the viewer reads a clock: "today 14:30", "tomorrow 09:00", "Tue 24 Nov", "3 days overdue".</summary>
public static class DueWords
{
    private static readonly CultureInfo Words = CultureInfo.InvariantCulture;

    public static bool IsOverdue(DateTimeOffset? due, bool isClosed, DateTimeOffset now) => !isClosed && due < now;

    public static string Of(DateTimeOffset? due, bool isClosed, DateTimeOffset now, ClockFace clock)
    {
        if (due is not { } instant)
        {
            return "no due date";
        }

        if (instant >= Someday.From)
        {
            return "someday";
        }

        if (!IsOverdue(due, isClosed, now))
        {
            return Day(instant, now, clock);
        }

        return Days(instant, now, clock) switch
        {
            0 => $"overdue since {clock.Time(instant)}",
            -1 => "1 day overdue",
            var days => $"{-days} days overdue",
        };
    }

    /// <summary>When something happened or will: the time only where it is near.</summary>
    public static string Day(DateTimeOffset instant, DateTimeOffset now, ClockFace clock) => Days(instant, now, clock) switch
    {
        0 => $"today {clock.Time(instant)}",
        1 => $"tomorrow {clock.Time(instant)}",
        -1 => $"yesterday {clock.Time(instant)}",
        > -300 and < 300 => TimeZoneInfo.ConvertTime(instant, clock.Zone).ToString("ddd d MMM", Words),
        _ => TimeZoneInfo.ConvertTime(instant, clock.Zone).ToString("d MMM yyyy", Words),
    };

    /// <summary>Day and time as a plan says them: "Tue 24 Nov 09:30"; the day alone where the time means nothing.</summary>
    public static string Planned(DateTimeOffset due, ClockFace clock)
    {
        var at = PlannedTime.Of(due, clock.Zone);
        var day = due >= Someday.From ? "someday" : at.Day.ToString("ddd d MMM", Words);
        return at.IsAnyTime || due >= Someday.From ? day : $"{day} {clock.Time(due)}";
    }

    /// <summary>In full, for hovering.</summary>
    public static string Exact(DateTimeOffset instant, ClockFace clock) => clock.Words(instant, "dddd d MMMM yyyy,");

    /// <summary>Calendar days from now, in the viewer's zone.</summary>
    private static int Days(DateTimeOffset instant, DateTimeOffset now, ClockFace clock) => DayNumber(instant, clock) - DayNumber(now, clock);

    private static int DayNumber(DateTimeOffset instant, ClockFace clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, clock.Zone).DateTime).DayNumber;
}
