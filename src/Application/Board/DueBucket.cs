using Dashboard.Application.Tasks.Editing;

namespace Dashboard.Application.Board;

/// <summary>Due dates as people plan: relative to today in the viewer's zone. Weeks begin on Monday.</summary>
public enum DueBucket
{
    Overdue = 0,
    Today = 1,
    Tomorrow = 2,
    ThisWeek = 3,
    NextWeek = 4,
    Later = 5,
    NoDate = 6,
}

/// <summary>The instants between which each bucket lies, for one moment and one zone.</summary>
public sealed class DueBuckets
{
    private readonly DateTimeOffset[] starts;

    public DueBuckets(DateTimeOffset now, TimeZoneInfo zone)
    {
        Now = now;
        Zone = zone;
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var monday = Today.AddDays(((8 - (int)Today.DayOfWeek) % 7) switch { 0 => 7, var d => d });
        starts =
        [
            DateTimeOffset.MinValue,
            now,
            StartOf(Today.AddDays(1)),
            StartOf(Today.AddDays(2)),
            StartOf(Later(monday, Today.AddDays(2))),
            StartOf(monday.AddDays(7)),
            DateTimeOffset.MaxValue,
        ];
    }

    public DateTimeOffset Now { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>The viewer's calendar day.</summary>
    public DateOnly Today { get; }

    /// <summary>The half-open range of a dated bucket. An open task due earlier today is overdue: the word follows the clock, not the day.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Range(DueBucket bucket) => (starts[(int)bucket], starts[(int)bucket + 1]);

    /// <summary>First instant of a calendar day in the zone; where a clock change removes midnight, the first one after.</summary>
    public DateTimeOffset StartOf(DateOnly day) => LocalTime.Instant(day, TimeOnly.MinValue, Zone);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
