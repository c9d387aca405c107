using System.Globalization;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Planning;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Planning;

public sealed class WorkingDaysTests
{
    private static readonly FreeDay Christmas = new(Day("2026-12-25"), "Christmas Day", false);

    [Theory]
    [InlineData("2026-12-24", null)]
    [InlineData("2026-12-25", "Christmas Day is a holiday")]
    [InlineData("2026-12-26", "Saturday is not one of your working days")]
    [InlineData("2026-12-28", "Skiing is on your own list of free days")]
    public void A_free_day_says_why(string day, string? why)
    {
        var days = new WorkingDays(Habits.Usual, [Christmas, new(Day("2026-12-28"), "Skiing", true)]);

        Assert.Equal(why, days.WhyFree(Day(day)));
        Assert.Equal(why is not null, days.IsFree(Day(day)));
    }

    [Fact]
    public void A_holiday_is_named_before_ones_own_day_and_both_before_the_weekday()
    {
        var saturday = Day("2026-12-26");
        var days = new WorkingDays(Habits.Usual, [new(saturday, "Skiing", true), new(saturday, "Boxing Day", false)]);

        Assert.Equal("Boxing Day is a holiday", days.WhyFree(saturday));
    }

    [Theory]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData("2026-12-25", "2026-12-28")]
    [InlineData("2027-02-27", "2027-03-01")]
    [InlineData("2028-02-29", "2028-02-29")]
    public void The_next_working_day_is_the_day_itself_or_the_first_after(string from, string next) =>
        Assert.Equal(Day(next), new WorkingDays(Habits.Usual, [Christmas]).Next(Day(from)));

    [Fact]
    public void Taking_days_leaves_out_weekends_and_holidays() => Assert.Equal(
        [Day("2026-12-23"), Day("2026-12-24"), Day("2026-12-28"), Day("2026-12-29")],
        new WorkingDays(Habits.Usual, [Christmas]).Take(Day("2026-12-23"), 4));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Taking_nothing_gives_nothing(int count) => Assert.Empty(new WorkingDays(Habits.Usual).Take(Day("2026-12-23"), count));

    [Fact]
    public void Somebody_without_a_working_day_has_no_next_one()
    {
        var days = new WorkingDays(Habits.Usual with { Days = WorkDays.None });

        Assert.Null(days.Next(Day("2026-12-24")));
        Assert.Empty(days.Take(Day("2026-12-24"), int.MaxValue));
        Assert.Equal("Thursday is not one of your working days", days.WhyFree(Day("2026-12-24")));
    }

    [Fact]
    public void A_working_day_behind_years_of_holidays_is_found()
    {
        var first = Day("2027-01-04");
        var mondays = Enumerable.Range(0, FreeDay.Most).Select(week => new FreeDay(first.AddDays(7 * week), "Closed", false));
        var days = new WorkingDays(Habits.Usual with { Days = WorkDays.Monday }, mondays);

        Assert.Equal(first.AddDays(7 * FreeDay.Most), days.Next(first));
    }

    [Fact]
    public void The_end_of_the_calendar_is_an_end() =>
        Assert.Equal([Day("9999-12-30"), Day("9999-12-31")], new WorkingDays(Habits.Usual).Take(Day("9999-12-30"), 5));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
