using Dashboard.Application.Connections.Portal;
using Dashboard.Infrastructure.HubSpot;
using Xunit;

namespace Dashboard.UnitTests.HubSpot;

public sealed class CallWindowTests
{
    private static readonly TimeSpan Ten = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(100)]
    [InlineData(200)]
    public void The_sync_uses_its_share_and_never_more_wherever_on_their_way_calls_are_counted(int latency)
    {
        var sent = Run(new CallWindow(110, Ten, reserve: 1, burst: 8), CallPriority.Syncing, TimeSpan.FromSeconds(100), latency);
        var random = new Random(7);
        var arrived = sent.Select(at => at + TimeSpan.FromMilliseconds(random.NextDouble() * latency)).Order().ToList();
        Assert.True(MostIn(arrived, Ten) <= 109, $"{MostIn(arrived, Ten)} calls in ten seconds.");
        Assert.True(sent.Count >= 0.97 * 1100, $"Only {sent.Count} of 1100 possible calls.");
    }

    [Fact]
    public void People_may_use_all_of_it_and_no_more()
    {
        var sent = Run(new CallWindow(110, Ten, reserve: 1, burst: 8), CallPriority.Person, TimeSpan.FromSeconds(60));
        Assert.Equal(110, MostIn(sent, Ten));
    }

    [Fact]
    public void Somebody_finds_room_while_the_sync_uses_its_share()
    {
        var window = new CallWindow(110, Ten, reserve: 1, burst: 8);
        Run(window, CallPriority.Syncing, TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, window.Wait(CallPriority.Person, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void The_limit_follows_the_headers()
    {
        var window = new CallWindow(100, Ten, reserve: 1, burst: 8);
        window.Learn(190, 190, TimeSpan.Zero);
        Assert.Equal(190, window.Budget(TimeSpan.Zero).Max);
        Assert.Equal(190, MostIn(Run(window, CallPriority.Person, TimeSpan.FromSeconds(30)), Ten));
    }

    [Fact]
    public void Calls_that_another_process_made_count_too()
    {
        var window = new CallWindow(110, Ten, reserve: 1, burst: 8);
        window.Learn(110, 0, TimeSpan.Zero);
        Assert.True(window.Wait(CallPriority.Person, TimeSpan.Zero) > TimeSpan.Zero);
    }

    [Fact]
    public void A_pause_holds_everybody()
    {
        var window = new CallWindow(110, Ten, reserve: 1, burst: 8);
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
    private static List<TimeSpan> Run(CallWindow window, CallPriority priority, TimeSpan until, int latency = 0)
    {
        var sent = new List<TimeSpan>();
        var answers = new Queue<TimeSpan>();
        for (var now = TimeSpan.Zero; now < until;)
        {
            while (answers.TryPeek(out var answer) && answer <= now)
            {
                window.Answered(answers.Dequeue());
            }

            if (window.Wait(priority, now) is var wait && wait > TimeSpan.Zero)
            {
                now = answers.TryPeek(out var next) && next < now + wait ? next : now + wait;
                continue;
            }

            window.Take(priority, now);
            sent.Add(now);
            answers.Enqueue(now + TimeSpan.FromMilliseconds(latency));
        }

        return sent;
    }

    private static int MostIn(List<TimeSpan> sent, TimeSpan span) => sent.Max(from => sent.Count(at => at >= from && at < from + span));
}
