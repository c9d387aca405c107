using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Editing;

namespace Dashboard.Application.Board;

/// <summary>Due dates as people plan: relative to today in the viewer's zone. Weeks begin on the viewer's own first day.</summary>
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

/// <summary>The instants between which each bucket lies, for one moment and one person.</summary>
public sealed class DueBuckets
{
    private readonly DateTimeOffset[] starts;

    public DueBuckets(DateTimeOffset now, OwnTime own)
    {
        Now = now;
        Own = own;
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, own.Zone).DateTime);
        var next = Today.AddDays(7 - (((int)Today.DayOfWeek - (int)own.Habits.WeekStart + 7) % 7));
        starts =
        [
            DateTimeOffset.MinValue,
            now,
            StartOf(Today.AddDays(1)),
            StartOf(Today.AddDays(2)),
            StartOf(Later(next, Today.AddDays(2))),
            StartOf(next.AddDays(7)),
            DateTimeOffset.MaxValue,
        ];
    }

    public DateTimeOffset Now { get; }

    public OwnTime Own { get; }

    public TimeZoneInfo Zone => Own.Zone;

    /// <summary>The viewer's calendar day.</summary>
    public DateOnly Today { get; }

    /// <summary>The half-open range of a dated bucket. An open task due earlier today is overdue: the word follows the clock, not the day.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Range(DueBucket bucket) => (starts[(int)bucket], starts[(int)bucket + 1]);

    /// <summary>First instant of a calendar day in the zone; where a clock change removes midnight, the first one after.</summary>
    public DateTimeOffset StartOf(DateOnly day) => LocalTime.Instant(day, TimeOnly.MinValue, Zone);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
