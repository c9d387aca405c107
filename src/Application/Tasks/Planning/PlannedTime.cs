using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Editing;

namespace Dashboard.Application.Tasks.Planning;

/// <summary>Where a due instant stands in somebody's calendar: a day and a time on the clock of their zone.</summary>
public readonly record struct PlannedTime(DateOnly Day, TimeOnly Time)
{
    /// <summary>"Some time that day": nothing is due in the night's last minute, and unlike midnight it is not overdue all day.</summary>
    public static readonly TimeOnly AnyTime = new(23, 59);

    private static readonly DateTimeOffset First = DateTimeOffset.MinValue.AddDays(2);
    private static readonly DateTimeOffset Last = DateTimeOffset.MaxValue.AddDays(-2);

    /// <summary>Whether the time is one that people or programs put where they mean only a day.</summary>
    public bool IsAnyTime => Time >= AnyTime || Time == TimeOnly.MinValue;

    /// <summary>A due at either end of what a date can say is shown a day inside it: no zone leads outside.</summary>
    public static PlannedTime Of(DateTimeOffset due, TimeZoneInfo zone)
    {
        var local = Zones.Local(due < First ? First : due > Last ? Last : due, zone);
        return new(local.Date.ToDateOnly(), local.TimeOfDay.ToTimeOnly());
    }

    public DateTimeOffset Instant(TimeZoneInfo zone) => LocalTime.Instant(Day, Time, zone);

    /// <summary>The same time of day on another day; the end of the working day for a task that had no date. Days are days of the calendar, never 24 hours.</summary>
    public static DateTimeOffset Moved(DateTimeOffset? due, DateOnly to, OwnTime own) =>
        (due is { } old ? Of(old, own.Zone) with { Day = to } : new PlannedTime(to, own.EndOfWork)).Instant(own.Zone);
}
