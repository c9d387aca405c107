using Dashboard.Application.Board;
using Dashboard.Application.Calendar;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Web.Features.Calendar;
using Xunit;

namespace Dashboard.UnitTests.Calendar;

public sealed class SideBySideTests
{
    [Theory]
    [InlineData("09:00 10:00", "0/1 0/1")]
    [InlineData("09:00 09:15", "0/2 1/2")]
    [InlineData("09:00 09:30", "0/1 0/1")]
    [InlineData("09:00 09:15 09:30 10:00", "0/2 1/2 0/2 0/1")]
    [InlineData("09:00 09:00 09:00", "0/3 1/3 2/3")]
    [InlineData("09:00 09:00 09:00 09:00 09:00 09:00 09:00 09:00", "0/6 1/6 2/6 3/6 4/6 5/6 0/6 1/6")]
    public void Cards_that_would_cover_each_other_share_the_width(string times, string places) =>
        Assert.Equal(places, string.Join(' ', SideBySide.Of([.. times.Split(' ').Select(Card)]).Select(p => $"{p.At}/{p.Of}")));

    [Fact]
    public void No_two_cards_lie_on_each_other_while_there_is_room()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var cards = Enumerable.Range(0, 12).Select(_ => new TimeOnly(random.Next(8, 18), random.Next(12) * 5)).Order().Select(time => Card(time.ToString("HH:mm"))).ToList();
            var placed = SideBySide.Of(cards);
            Assert.Equal(cards, placed.Select(p => p.Card));
            foreach (var (one, index) in placed.Select((one, index) => (one, index)).Where(p => p.one.Of < SideBySide.Most))
            {
                Assert.DoesNotContain(placed.Skip(index + 1), other => other.At == one.At && other.Card.At.Time - one.Card.At.Time < TimeSpan.FromMinutes(30));
            }
        }
    }

    private static PlannedCard Card(string time) =>
        new(new Card(1, time, null, null, false, null, null, null, null, 0, CardRecords.None, CardChange.Saved), new PlannedTime(new(2026, 11, 24), TimeOnly.Parse(time, null)));
}
