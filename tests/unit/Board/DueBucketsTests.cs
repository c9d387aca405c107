using Dashboard.Application.Board;
using Dashboard.Application.Tasks;
using Xunit;

namespace Dashboard.UnitTests.Board;

public sealed class DueBucketsTests
{
    public static TheoryData<string, string> Moments => new()
    {
        { "2026-11-21T09:00:00Z", "Europe/Berlin" }, { "2026-11-22T22:30:00Z", "Europe/Berlin" }, { "2026-11-23T00:00:00Z", "Etc/UTC" },
        { "2026-03-29T00:30:00Z", "Europe/Berlin" }, { "2026-10-25T00:30:00Z", "Europe/Berlin" }, { "2026-11-21T18:20:00Z", "Asia/Kathmandu" },
        { "2026-09-05T10:00:00Z", "America/Santiago" }, { "2026-11-20T11:00:00Z", "Pacific/Apia" }, { "2026-11-21T09:59:00Z", "Pacific/Honolulu" },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void Every_instant_lies_in_exactly_one_bucket(string now, string zone)
    {
        var buckets = new DueBuckets(DateTimeOffset.Parse(now), TimeZoneInfo.FindSystemTimeZoneById(zone));
        DueBucket[] dated = [DueBucket.Overdue, DueBucket.Today, DueBucket.Tomorrow, DueBucket.ThisWeek, DueBucket.NextWeek, DueBucket.Later];

        for (var hours = -500; hours < 1000; hours++)
        {
            var due = DateTimeOffset.Parse(now).AddMinutes(hours * 37);
            Assert.Single(dated, bucket => buckets.Range(bucket) is var (from, to) && due >= from && due < to);
        }
    }

    [Theory]
    [InlineData("2026-11-21T09:00:00Z", "2026-11-22T23:00:00Z")]
    [InlineData("2026-11-22T12:00:00Z", "2026-11-23T23:00:00Z")]
    [InlineData("2026-11-23T12:00:00Z", "2026-11-29T23:00:00Z")]
    public void Next_week_begins_on_Monday_and_never_before_the_day_after_tomorrow(string now, string starts)
    {
        var buckets = new DueBuckets(DateTimeOffset.Parse(now), Desk.Berlin);
        Assert.Equal(DateTimeOffset.Parse(starts), buckets.Range(DueBucket.NextWeek).From);
    }

    [Fact]
    public void A_day_without_midnight_begins_when_its_clock_does()
    {
        // Santiago's clocks went from 24:00 to 01:00 on 5 September 2026.
        var santiago = TimeZoneInfo.FindSystemTimeZoneById("America/Santiago");
        var buckets = new DueBuckets(DateTimeOffset.Parse("2026-09-05T15:00:00Z"), santiago);
        Assert.Equal(DateTimeOffset.Parse("2026-09-06T04:00:00Z"), buckets.StartOf(new DateOnly(2026, 9, 6)));
    }

    [Theory]
    [InlineData("2026-11-21T13:30:00Z", "today 14:30")]
    [InlineData("2026-11-21T08:30:00Z", "overdue since 09:30")]
    [InlineData("2026-11-20T08:30:00Z", "1 day overdue")]
    [InlineData("2026-11-18T08:30:00Z", "3 days overdue")]
    [InlineData("2026-11-22T08:30:00Z", "tomorrow 09:30")]
    [InlineData("2026-11-24T08:30:00Z", "Tue 24 Nov")]
    [InlineData("2028-01-02T08:30:00Z", "2 Jan 2028")]
    public void A_due_date_is_said_in_words(string due, string words) =>
        Assert.Equal(words, DueWords.Of(DateTimeOffset.Parse(due), false, Desk.Now, new(Desk.Berlin, false)));

    [Theory]
    [InlineData("2026-11-21T13:30:00Z", "today 2:30 PM")]
    [InlineData("2026-11-21T08:30:00Z", "overdue since 9:30 AM")]
    [InlineData("2026-11-24T08:30:00Z", "Tue 24 Nov")]
    public void Who_reads_12_hours_is_told_in_12_hours(string due, string words) =>
        Assert.Equal(words, DueWords.Of(DateTimeOffset.Parse(due), false, Desk.Now, new(Desk.Berlin, true)));

    [Fact]
    public void A_closed_task_is_never_overdue() =>
        Assert.Equal("yesterday 09:30", DueWords.Of(DateTimeOffset.Parse("2026-11-20T08:30:00Z"), true, Desk.Now, new(Desk.Berlin, false)));
}
