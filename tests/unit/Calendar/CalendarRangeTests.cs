using Dashboard.Application.Calendar;
using Dashboard.Application.People.Settings;
using Xunit;

namespace Dashboard.UnitTests.Calendar;

public sealed class CalendarRangeTests
{
    [Theory]
    [InlineData("2026-11-22", DayOfWeek.Monday, "2026-10-26", "2026-12-07")]
    [InlineData("2026-11-22", DayOfWeek.Sunday, "2026-11-01", "2026-12-06")]
    [InlineData("2026-02-10", DayOfWeek.Sunday, "2026-02-01", "2026-03-01")] // four weeks to the day
    [InlineData("2024-02-29", DayOfWeek.Monday, "2024-01-29", "2024-03-04")]
    public void A_month_is_shown_in_whole_weeks(string date, DayOfWeek start, string from, string to) =>
        Assert.Equal(new CalendarRange(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), CalendarRange.Of(CalendarLayout.Month, DateOnly.Parse(date, null), Habits.Usual with { WeekStart = start }));

    [Theory]
    [InlineData(DayOfWeek.Monday, "2026-11-16")]
    [InlineData(DayOfWeek.Sunday, "2026-11-22")]
    [InlineData(DayOfWeek.Saturday, "2026-11-21")]
    public void A_week_begins_where_the_person_begins_it(DayOfWeek start, string from) =>
        Assert.Equal(DateOnly.Parse(from, null), CalendarRange.Of(CalendarLayout.Week, new(2026, 11, 22), Habits.Usual with { WeekStart = start }).From);

    [Fact]
    public void Turning_from_the_31st_skips_no_month() =>
        Assert.Equal(
            [new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)],
            Turns(CalendarLayout.Month, new(2026, 1, 31), 3));

    [Theory]
    [InlineData(CalendarLayout.Week, 7)]
    [InlineData(CalendarLayout.Team, 7)]
    [InlineData(CalendarLayout.Day, 1)]
    public void Turning_is_days_of_the_calendar(CalendarLayout layout, int days) =>
        Assert.Equal(new DateOnly(2026, 10, 24).AddDays(days), CalendarRange.Turn(layout, new(2026, 10, 24), 1));

    private static List<DateOnly> Turns(CalendarLayout layout, DateOnly from, int times) =>
        [.. Enumerable.Range(0, times).Select(_ => from = CalendarRange.Turn(layout, from, 1))];
}
