using Bunit;
using Dashboard.Application.Connections;
using Dashboard.Application.Sync;
using Dashboard.Web.Features.Connections;
using Xunit;

namespace Dashboard.UnitTests.Connections;

public sealed class SyncProgressPartTests : BunitContext
{
    [Fact]
    public void It_tells_read_of_total_rate_and_time_left()
    {
        var part = Show(new(SyncPhase.Reading, 3400, 12_000, 820.4, TimeSpan.FromSeconds(10.4), null));
        Assert.Contains("3,400 of 12,000 tasks · 820 per second · about 10 seconds left", part.Markup, StringComparison.Ordinal);
        var bar = part.Find("progress");
        Assert.Equal(("3400", "12000"), (bar.GetAttribute("value"), bar.GetAttribute("max")));
    }

    [Fact]
    public void Before_the_total_is_known_the_bar_promises_nothing()
    {
        var part = Show(new(SyncPhase.Preparing, 0, null, null, null, null));
        Assert.Null(part.Find("progress").GetAttribute("value"));
        Assert.DoesNotContain("left", part.Find(".meta:nth-of-type(1)").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_complete_sync_needs_no_bar() => Assert.Empty(Show(new(SyncPhase.Live, 10, 10, null, null, null)).FindAll("progress"));

    [Theory]
    [InlineData(0.2, "a second")]
    [InlineData(59, "59 seconds")]
    [InlineData(61, "a minute")]
    [InlineData(600, "10 minutes")]
    [InlineData(4000, "an hour")]
    [InlineData(10_800, "3 hours")]
    public void Lengths_of_time_are_rounded_as_people_say_them(double seconds, string words) => Assert.Equal(words, TimeWords.Of(TimeSpan.FromSeconds(seconds)));

    private IRenderedComponent<SyncProgressPart> Show(SyncProgress progress) =>
        Render<SyncProgressPart>(part => part.Add(p => p.Progress, progress).Add(p => p.Board, "/w/team/board"));
}
