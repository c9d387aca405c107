using System.Globalization;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>A due time that says no more than its day is a whole day, by the clock of the feed's zone; every other one is an instant.</summary>
public sealed class FeedZoneTests
{
    [Theory]
    [InlineData("Pacific/Honolulu", "2026-12-01T10:00:00Z", "20261201")]
    [InlineData("Pacific/Honolulu", "2026-12-02T09:59:00Z", "20261201")]
    [InlineData("Pacific/Honolulu", "2026-12-01T00:00:00Z", null)]
    [InlineData("Etc/UTC", "2026-12-01T00:00:00Z", "20261201")]
    [InlineData("Etc/UTC", "2026-12-01T23:59:59.999Z", "20261201")]
    [InlineData("Etc/UTC", "2026-12-01T00:01:00Z", null)]
    [InlineData("Asia/Kathmandu", "2026-11-30T18:15:00Z", "20261201")]
    [InlineData("Asia/Kathmandu", "2026-12-01T18:14:00Z", "20261201")]
    [InlineData("Asia/Kathmandu", "2026-11-30T18:00:00Z", null)]
    [InlineData("Pacific/Tongatapu", "2026-11-30T11:00:00Z", "20261201")]
    [InlineData("Pacific/Tongatapu", "2026-12-01T10:59:00Z", "20261201")]
    [InlineData("Pacific/Tongatapu", "2026-12-01T11:59:00Z", null)]

    // The clock goes from 0:00 to 1:00 in Beirut, so the day begins at 1:00.
    [InlineData("Asia/Beirut", "2027-03-27T22:00:00Z", "20270328")]
    [InlineData("Asia/Beirut", "2027-03-28T22:00:00Z", null)]

    // And from 1:00 back to 0:00 in Havana: midnight comes twice.
    [InlineData("America/Havana", "2027-11-07T04:00:00Z", "20271107")]
    [InlineData("America/Havana", "2027-11-07T05:00:00Z", "20271107")]
    public async Task The_rule_of_whole_days_goes_by_the_feeds_clock(string zone, string due, string? day)
    {
        await using var acme = await FeedDesk.NewAsync();
        var at = DateTimeOffset.Parse(due, CultureInfo.InvariantCulture);
        await acme.Desk.AddAsync(1, t => t.Due = at);
        var entry = (await acme.ShowAsync(FeedDesk.Mine with { TimeZone = zone })).Entries.Single();

        if (day is not null)
        {
            Assert.Equal(day, entry["DTSTART;VALUE=DATE"]);
            Assert.Equal(DateOnly.ParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture).AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture), entry["DTEND;VALUE=DATE"]);
            Assert.DoesNotContain("DTSTART", entry.Keys);
        }
        else
        {
            Assert.Equal(at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture), entry["DTSTART"]);
        }
    }

    /// <summary>An hour that comes twice and an hour that does not come at all: an instant has neither.</summary>
    [Theory]
    [InlineData("2027-10-31T00:30:00Z", "20271031T003000Z", "20271031T010000Z")]
    [InlineData("2027-10-31T01:30:00Z", "20271031T013000Z", "20271031T020000Z")]
    [InlineData("2027-03-28T00:45:00Z", "20270328T004500Z", "20270328T011500Z")]
    public async Task Clock_changes_move_no_instant(string due, string start, string end)
    {
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(1, t => t.Due = DateTimeOffset.Parse(due, CultureInfo.InvariantCulture));
        var entry = (await acme.ShowAsync()).Entries.Single();
        Assert.Equal((start, end), (entry["DTSTART"], entry["DTEND"]));
    }
}
