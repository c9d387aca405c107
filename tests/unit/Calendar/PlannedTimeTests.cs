using Dashboard.Application.Tasks.Planning;
using Xunit;

namespace Dashboard.UnitTests.Calendar;

/// <summary>Days are days of the calendar: no clock change, half-hour zone or month's end shifts one.</summary>
public sealed class PlannedTimeTests
{
    private static readonly string[] Zones =
    [
        "Pacific/Honolulu", "America/New_York", "America/St_Johns", "Etc/UTC", "Europe/Berlin", "Asia/Kathmandu", "Asia/Kolkata", "Australia/Lord_Howe",
        "Pacific/Auckland", "Pacific/Chatham", "Pacific/Tongatapu", "Pacific/Kiritimati", "America/Santiago", "Africa/Cairo",
    ];

    public static TheoryData<string> AllZones => [.. Zones];

    [Theory]
    [MemberData(nameof(AllZones))]
    public void Any_due_moved_to_any_day_stands_on_that_day_at_its_own_time_of_day(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var random = new Random(20261122);
        for (var at = 0; at < 4000; at++)
        {
            var due = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(4 * 366 * 1440));
            var day = new DateOnly(2024, 1, 1).AddDays(random.Next(4 * 366));
            var time = PlannedTime.Of(due, zone).Time;

            var moved = PlannedTime.Of(PlannedTime.Moved(due, day, zone), zone);

            Assert.Equal(day, moved.Day);
            if (moved.Time != time)
            {
                // Only a time that the clock leaves out on that day may change, and then to the first one after it.
                Assert.True(zone.IsInvalidTime(day.ToDateTime(time)), $"{due:O} to {day:O} in {id} became {moved}");
                Assert.False(zone.IsInvalidTime(day.ToDateTime(moved.Time)));
                Assert.True(zone.IsInvalidTime(day.ToDateTime(moved.Time).AddMinutes(-1)));
            }
        }
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-27T08:00:00Z", "2026-03-30", "2026-03-30T07:00:00Z")] // the clock goes forward in between
    [InlineData("Europe/Berlin", "2026-10-23T07:00:00Z", "2026-10-26", "2026-10-26T08:00:00Z")] // and back
    [InlineData("Europe/Berlin", "2026-03-27T01:30:00Z", "2026-03-29", "2026-03-29T01:00:00Z")] // 02:30 is left out: 03:00
    [InlineData("Europe/Berlin", "2026-10-23T00:30:00Z", "2026-10-25", "2026-10-25T00:30:00Z")] // 02:30 comes twice: the first
    [InlineData("Australia/Lord_Howe", "2026-10-02T15:45:00Z", "2026-10-04", "2026-10-03T15:30:00Z")] // half an hour is left out: 02:15 becomes 02:30
    [InlineData("Pacific/Honolulu", "2026-11-24T23:30:00Z", "2026-11-30", "2026-11-30T23:30:00Z")]
    [InlineData("Asia/Kathmandu", "2026-11-24T18:20:00Z", "2026-12-01", "2026-11-30T18:20:00Z")] // 00:05 there
    [InlineData("Pacific/Tongatapu", "2026-11-24T11:30:00Z", "2026-11-26", "2026-11-25T11:30:00Z")] // 00:30 of the day after
    [InlineData("Europe/Berlin", "2024-01-31T09:00:00Z", "2024-02-29", "2024-02-29T09:00:00Z")] // a leap day
    [InlineData("Europe/Berlin", "1969-12-31T22:00:00Z", "2026-11-24", "2026-11-24T22:00:00Z")] // before computers' time begins
    public void The_wall_clock_is_kept(string id, string due, string day, string expected)
    {
        var moved = PlannedTime.Moved(DateTimeOffset.Parse(due, null), DateOnly.Parse(day, null), TimeZoneInfo.FindSystemTimeZoneById(id));

        Assert.Equal(DateTimeOffset.Parse(expected, null), moved);
    }

    [Fact]
    public void A_task_without_a_date_gets_the_end_of_the_working_day() =>
        Assert.Equal(
            new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.FromHours(1)),
            PlannedTime.Moved(null, new DateOnly(2026, 11, 24), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void A_due_at_the_end_of_all_dates_breaks_nothing(string due)
    {
        foreach (var id in Zones)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
            Assert.Equal(new DateOnly(2026, 11, 24), PlannedTime.Of(PlannedTime.Moved(DateTimeOffset.Parse(due, null), new DateOnly(2026, 11, 24), zone), zone).Day);
        }
    }

    [Theory]
    [InlineData("00:00", true)]
    [InlineData("23:59", true)]
    [InlineData("00:01", false)]
    [InlineData("12:00", false)]
    public void Midnight_and_the_last_minute_mean_any_time_that_day(string time, bool anyTime) =>
        Assert.Equal(anyTime, new PlannedTime(new DateOnly(2026, 11, 24), TimeOnly.Parse(time, null)).IsAnyTime);
}
