using Dashboard.Application.Connections.Portal;
using Dashboard.Infrastructure.HubSpot;
using Xunit;

namespace Dashboard.UnitTests.HubSpot;

public sealed class CallWindowTests
{
    private static readonly TimeSpan Ten = TimeSpan.FromSeconds(10);

    [Fact]
    public void The_sync_never_sends_more_in_ten_seconds_than_its_share()
    {
        var sent = Run(new CallWindow(110, Ten, reserve: 2, burst: 8), CallPriority.Syncing, TimeSpan.FromSeconds(100));
        Assert.True(MostIn(sent, Ten) <= 108, $"{MostIn(sent, Ten)} calls in ten seconds.");
        Assert.True(sent.Count >= 0.97 * 1100, $"Only {sent.Count} of 1100 possible calls.");
    }

    [Fact]
    public void People_may_use_all_of_it_and_no_more()
    {
        var sent = Run(new CallWindow(110, Ten, reserve: 2, burst: 8), CallPriority.Person, TimeSpan.FromSeconds(60));
        Assert.Equal(110, MostIn(sent, Ten));
    }

    [Fact]
    public void Somebody_finds_room_while_the_sync_uses_its_share()
    {
        var window = new CallWindow(110, Ten, reserve: 2, burst: 8);
        Run(window, CallPriority.Syncing, TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, window.Wait(CallPriority.Person, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void The_limit_follows_the_headers()
    {
        var window = new CallWindow(100, Ten, reserve: 2, burst: 8);
        window.Learn(190, 190, TimeSpan.Zero);
        Assert.Equal(190, window.Budget(TimeSpan.Zero).Max);
        Assert.Equal(190, MostIn(Run(window, CallPriority.Person, TimeSpan.FromSeconds(30)), Ten));
    }

    [Fact]
    public void Calls_that_another_process_made_count_too()
    {
        var window = new CallWindow(110, Ten, reserve: 2, burst: 8);
        window.Learn(110, 0, TimeSpan.Zero);
        Assert.True(window.Wait(CallPriority.Person, TimeSpan.Zero) > TimeSpan.Zero);
    }

    [Fact]
    public void A_pause_holds_everybody()
    {
        var window = new CallWindow(110, Ten, reserve: 2, burst: 8);
        window.Pause(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.FromSeconds(20), window.Wait(CallPriority.Person, TimeSpan.FromSeconds(10)));
        Assert.Equal(TimeSpan.Zero, window.Wait(CallPriority.Person, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Searches_stay_below_five_a_second()
    {
        var sent = Run(new CallWindow(5, TimeSpan.FromSeconds(1), reserve: 1, burst: 5), CallPriority.Syncing, TimeSpan.FromSeconds(20));
        Assert.True(MostIn(sent, TimeSpan.FromSeconds(1)) <= 4);
        Assert.True(sent.Count >= 75);
    }

    /// <summary>Somebody who always has another call to make.</summary>
    private static List<TimeSpan> Run(CallWindow window, CallPriority priority, TimeSpan until)
    {
        var sent = new List<TimeSpan>();
        for (var now = TimeSpan.Zero; now < until;)
        {
            if (window.Wait(priority, now) is var wait && wait > TimeSpan.Zero)
            {
                now += wait;
                continue;
            }

            window.Take(priority, now);
            sent.Add(now);
        }

        return sent;
    }

    private static int MostIn(List<TimeSpan> sent, TimeSpan span) => sent.Max(from => sent.Count(at => at >= from && at < from + span));
}
