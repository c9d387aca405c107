using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Tasks.Repeating;

/// <summary>
/// When a rule comes round. Days are days of the calendar, never 24 hours: each occurrence has the start's time on the clock of the zone, with
/// clock changes as everywhere (<see cref="Zones"/>). A start that does not fit its own rule is none of its days.
/// </summary>
public static class RepeatDays
{
    /// <summary>Occurrences later than <paramref name="after"/> and before <paramref name="to"/>, in order.</summary>
    public static IEnumerable<DateTimeOffset> Between(RepeatRule rule, DateTimeOffset startsAt, TimeZoneInfo zone, DateTimeOffset after, DateTimeOffset to)
    {
        var start = PlannedTime.Of(startsAt, zone);
        var first = PlannedTime.Of(after, zone).Day;
        foreach (var day in Of(rule, start.Day, first, PlannedTime.Of(to, zone).Day))
        {
            if (rule.Until?.Allows(day, start.Time, zone) == false)
            {
                yield break;
            }

            var at = Zones.Instant(day, start.Time, zone);
            if (at > after && at < to)
            {
                yield return at;
            }
        }
    }

    /// <summary>Days from <paramref name="from"/> to <paramref name="to"/>, both included, without regard to UNTIL.</summary>
    public static IEnumerable<DateOnly> Of(RepeatRule rule, DateOnly start, DateOnly from, DateOnly to)
    {
        // Times are counted from the first; else everything before the days that are asked for can be left out.
        var turn = rule.Count is null ? Math.Max(0, TurnOf(rule, start, from) - 1) : 0;
        for (var left = rule.Count ?? int.MaxValue; BeginOf(rule, start, turn) is { } begin && begin <= to; turn++)
        {
            foreach (var day in DaysOf(rule, start, begin).Where(day => day >= start))
            {
                if (day > to || left-- == 0)
                {
                    yield break;
                }

                if (day >= from)
                {
                    yield return day;
                }
            }
        }
    }

    /// <summary>First day of the turn, which for weeks, months and years begins before the start; null beyond what a date can say.</summary>
    private static DateOnly? BeginOf(RepeatRule rule, DateOnly start, long turn)
    {
        var by = turn * rule.Interval;
        switch (rule.Every)
        {
            case RepeatEvery.Day:
                return Day(start.DayNumber + by);
            case RepeatEvery.Week:
                return Day(start.DayNumber - ((start.DayOfWeek - rule.WeekStart + 7) % 7) + (7 * by));
            case RepeatEvery.Month:
                var month = (start.Year * 12) + start.Month - 1 + by;
                return month / 12 <= DateOnly.MaxValue.Year ? new DateOnly((int)(month / 12), (int)(month % 12) + 1, 1) : null;
            default:
                return start.Year + by <= DateOnly.MaxValue.Year ? new DateOnly((int)(start.Year + by), 1, 1) : null;
        }
    }

    private static DateOnly? Day(long number) => number < 0 || number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber((int)number);

    private static long TurnOf(RepeatRule rule, DateOnly start, DateOnly day) => rule.Every switch
    {
        RepeatEvery.Day => day.DayNumber - start.DayNumber,
        RepeatEvery.Week => (day.DayNumber - start.DayNumber) / 7,
        RepeatEvery.Month => ((day.Year - start.Year) * 12) + day.Month - start.Month,
        _ => day.Year - start.Year,
    } / rule.Interval;

    private static IEnumerable<DateOnly> DaysOf(RepeatRule rule, DateOnly start, DateOnly begin) => rule.Every switch
    {
        RepeatEvery.Day => Fits(rule, begin) ? [begin] : [],
        RepeatEvery.Week => Week(begin).Where(day => rule.Days.Count == 0 ? day.DayOfWeek == start.DayOfWeek : rule.Days.Any(one => one.Day == day.DayOfWeek)),
        RepeatEvery.Month => Span(begin, DateTime.DaysInMonth(begin.Year, begin.Month)).Where(day => IsPlain(rule) ? day.Day == start.Day : Fits(rule, day)),
        _ when IsPlain(rule) => SameDay(start, begin.Year) is { } day ? [day] : [],
        _ => Span(begin, DateTime.IsLeapYear(begin.Year) ? 366 : 365).Where(day => Fits(rule, day)),
    };

    private static bool IsPlain(RepeatRule rule) => rule.Days.Count == 0 && rule.MonthDays.Count == 0;

    /// <summary>The week of the calendar's first days has no days before them.</summary>
    private static IEnumerable<DateOnly> Week(DateOnly begin) => Span(begin, Math.Min(7, DateOnly.MaxValue.DayNumber - begin.DayNumber + 1));

    private static IEnumerable<DateOnly> Span(DateOnly begin, int days) => Enumerable.Range(0, days).Select(begin.AddDays);

    /// <summary>29 February comes round in leap years only.</summary>
    private static DateOnly? SameDay(DateOnly start, int year) => start.Day <= DateTime.DaysInMonth(year, start.Month) ? new DateOnly(year, start.Month, start.Day) : null;

    private static bool Fits(RepeatRule rule, DateOnly day) =>
        (rule.MonthDays.Count == 0 || rule.MonthDays.Contains(day.Day) || rule.MonthDays.Contains(day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1))
        && (rule.Days.Count == 0 || rule.Days.Any(one => one.Day == day.DayOfWeek && IsNth(rule, one.Ordinal, day)));

    /// <summary>Whether it is that one of its weekday in the month, or in the year for rules of years.</summary>
    private static bool IsNth(RepeatRule rule, int ordinal, DateOnly day)
    {
        var (at, of) = rule.Every == RepeatEvery.Year
            ? (day.DayOfYear, DateTime.IsLeapYear(day.Year) ? 366 : 365)
            : (day.Day, DateTime.DaysInMonth(day.Year, day.Month));
        return ordinal == 0 || (ordinal > 0 ? ((at - 1) / 7) + 1 == ordinal : ((of - at) / 7) + 1 == -ordinal);
    }
}
