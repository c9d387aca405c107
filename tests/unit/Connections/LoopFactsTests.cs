using Bunit;
using Dashboard.Application.Kernel;
using Dashboard.UnitTests.Support;
using Dashboard.Web.Features.Connections;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Connections;

public sealed class LoopFactsTests : BunitContext
{
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
    private readonly WorkspaceId mine = WorkspaceId.New();

    public LoopFactsTests() => Services.AddSingleton<TimeProvider>(clock);

    [Fact]
    public void A_loop_that_runs_says_when_it_last_did()
    {
        var health = new LoopHealth(clock);
        health.Ran("sending", mine);
        health.Broke("sending", WorkspaceId.New(), new TimeoutException());
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("Running Last run 20 seconds ago. No error since the start.", Said(health, "sending"));
    }

    [Fact]
    public void A_loop_that_fails_says_how_often_and_with_what_and_remembers_it_after()
    {
        var health = new LoopHealth(clock);
        health.Ran("syncing", mine);
        clock.Advance(TimeSpan.FromMinutes(3));
        health.Broke("syncing", mine, new TimeoutException("secret"));
        health.Broke("syncing", mine, new TimeoutException("secret"));

        Assert.Equal("Failed 2 times in a row and is tried again by itself Last run 3 minutes ago. Last error: TimeoutException, a second ago.", Said(health, "syncing"));

        health.Ran("syncing", mine);
        Assert.Equal("Running Last run a second ago. Last error: TimeoutException, a second ago.", Said(health, "syncing"));
    }

    [Fact]
    public void A_loop_that_fails_as_a_whole_fails_for_every_workspace()
    {
        var health = new LoopHealth(clock);
        health.Ran("sending", mine);
        health.Failed("sending", new InvalidOperationException());

        Assert.StartsWith("Failed once", Said(health, "sending"), StringComparison.Ordinal);
    }

    private string Said(LoopHealth health, string loop)
    {
        var words = Render<LoopFacts>(p => p.Add(c => c.Loops, health.Of(mine))).Find($"[data-loop='{loop}']").TextContent;
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
