using System.Globalization;
using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Tasks;

/// <summary>Dates as people say them, in the viewer's zone: "today 14:30", "tomorrow 09:00", "Tue 24 Nov", "3 days overdue".</summary>
public static class DueWords
{
    private static readonly CultureInfo Words = CultureInfo.InvariantCulture;

    public static bool IsOverdue(DateTimeOffset? due, bool isClosed, DateTimeOffset now) => !isClosed && due < now;

    public static string Of(DateTimeOffset? due, bool isClosed, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (due is not { } instant)
        {
            return "no due date";
        }

        if (instant >= Someday.From)
        {
            return "someday";
        }

        var at = TimeZoneInfo.ConvertTime(instant, zone);
        var days = DateOnly.FromDateTime(at.DateTime).DayNumber - DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).DayNumber;
        if (!IsOverdue(due, isClosed, now))
        {
            return Near(at, days);
        }

        return days switch
        {
            0 => $"overdue since {at.ToString("HH:mm", Words)}",
            -1 => "1 day overdue",
            _ => $"{-days} days overdue",
        };
    }

    /// <summary>When something happened or will: the time only where it is near.</summary>
    public static string Day(DateTimeOffset instant, DateTimeOffset now, TimeZoneInfo zone)
    {
        var at = TimeZoneInfo.ConvertTime(instant, zone);
        return Near(at, DateOnly.FromDateTime(at.DateTime).DayNumber - DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).DayNumber);
    }

    /// <summary>Day and time as a plan says them: "Tue 24 Nov 09:30"; the day alone where the time means nothing.</summary>
    public static string Planned(DateTimeOffset due, TimeZoneInfo zone)
    {
        var at = PlannedTime.Of(due, zone);
        var day = due >= Someday.From ? "someday" : at.Day.ToString("ddd d MMM", Words);
        return at.IsAnyTime || due >= Someday.From ? day : $"{day} {at.Time.ToString("HH:mm", Words)}";
    }

    /// <summary>In full, for hovering.</summary>
    public static string Exact(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("dddd d MMMM yyyy, HH:mm", Words);

    private static string Near(DateTimeOffset at, int days) => days switch
    {
        0 => $"today {at.ToString("HH:mm", Words)}",
        1 => $"tomorrow {at.ToString("HH:mm", Words)}",
        -1 => $"yesterday {at.ToString("HH:mm", Words)}",
        > -300 and < 300 => at.ToString("ddd d MMM", Words),
        _ => at.ToString("d MMM yyyy", Words),
    };
}
