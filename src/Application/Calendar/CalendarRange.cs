using Dashboard.Application.People.Settings;

namespace Dashboard.Application.Calendar;

/// <summary>The days that a calendar shows: half-open, whole days of the person's own calendar.</summary>
public sealed record CalendarRange(DateOnly From, DateOnly To)
{
    /// <summary>How far ahead an agenda looks.</summary>
    private const int AgendaDays = 28;

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, To.DayNumber - From.DayNumber).Select(From.AddDays);

    public static CalendarRange Of(CalendarLayout layout, DateOnly date, Habits habits)
    {
        var week = WeekOf(date, habits.WeekStart);
        return layout switch
        {
            CalendarLayout.Month => new(WeekOf(First(date), habits.WeekStart), WeekOf(First(date).AddMonths(1).AddDays(-1), habits.WeekStart).AddDays(7)),
            CalendarLayout.Day => new(date, date.AddDays(1)),
            CalendarLayout.Agenda => new(date, date.AddDays(AgendaDays)),
            _ => new(week, week.AddDays(7)),
        };
    }

    /// <summary>The date to show for the span before (-1) or after (+1) this one.</summary>
    public static DateOnly Turn(CalendarLayout layout, DateOnly date, int by) => layout switch
    {
        // The first day: from the 31st a month of 30 days would be skipped or its last day stuck to.
        CalendarLayout.Month => First(date).AddMonths(by),
        CalendarLayout.Day => date.AddDays(by),
        CalendarLayout.Agenda => date.AddDays(AgendaDays * by),
        _ => date.AddDays(7 * by),
    };

    public static DateOnly WeekOf(DateOnly day, DayOfWeek start) => day.AddDays(-(((int)day.DayOfWeek - (int)start + 7) % 7));

    private static DateOnly First(DateOnly date) => new(date.Year, date.Month, 1);
}
