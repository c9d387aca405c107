using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Tasks.Repeating;

/// <summary>The part of an RFC 5545 recurrence rule that is understood here. https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10</summary>
/// <param name="Interval">Every so many days, weeks, months or years; at least 1.</param>
public sealed record RepeatRule(RepeatEvery Every, int Interval)
{
    /// <summary>BYDAY; empty where the start says the day.</summary>
    public IReadOnlyList<RepeatDay> Days { get; init; } = [];

    /// <summary>BYMONTHDAY: 1 to 31, or -1 to -31 from the end of the month.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary>How many times in all, the first included.</summary>
    public int? Count { get; init; }

    public RepeatEnd? Until { get; init; }

    /// <summary>WKST: where weeks begin, for every other week.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;
}

public enum RepeatEvery
{
    Day = 0,
    Week = 1,
    Month = 2,
    Year = 3,
}

/// <param name="Ordinal">The second, or with -1 the last one of the month or year; 0 for each.</param>
public readonly record struct RepeatDay(int Ordinal, DayOfWeek Day);

/// <summary>The last moment, itself included.</summary>
/// <param name="Time">Null for a whole day.</param>
/// <param name="IsUtc">Else on the clock of whoever counts.</param>
public sealed record RepeatEnd(DateOnly Day, TimeOnly? Time, bool IsUtc)
{
    public bool Allows(DateOnly day, TimeOnly time, TimeZoneInfo zone) => Time is not { } last ? day <= Day
        : IsUtc ? Zones.Instant(day, time, zone) <= new DateTimeOffset(Day.ToDateTime(last), TimeSpan.Zero)
        : day < Day || (day == Day && time <= last);
}
