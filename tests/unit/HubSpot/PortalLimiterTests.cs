using Dashboard.Application.Connections.Portal;
using Dashboard.Infrastructure.HubSpot;
using Xunit;

namespace Dashboard.UnitTests.HubSpot;

public sealed class PortalLimiterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task People_go_before_the_sync()
    {
        using var limiter = new PortalLimiter(new HubSpotOptions { SearchesPerSecond = 1 }, TimeProvider.System);
        await limiter.EnterAsync(CallPriority.Person, search: true, Patience, CancellationToken.None);
        limiter.Leave(search: true);

        var order = new List<string>();
        async Task EnterAsync(CallPriority priority, string name)
        {
            await limiter.EnterAsync(priority, search: true, Patience, CancellationToken.None);
            limiter.Leave(search: true);
            lock (order)
            {
                order.Add(name);
            }
        }

        var sync = EnterAsync(CallPriority.Syncing, "sync");
        var person = EnterAsync(CallPriority.Person, "person");
        await Task.WhenAll(sync, person);
        Assert.Equal(["person", "sync"], order);
    }

    [Fact]
    public async Task A_long_pause_is_told_and_not_waited_out()
    {
        using var limiter = new PortalLimiter(new HubSpotOptions(), TimeProvider.System);
        limiter.Pause(TimeSpan.FromMinutes(4), searchOnly: false);
        var paused = await limiter.EnterAsync(CallPriority.Person, search: false, TimeSpan.FromSeconds(3), CancellationToken.None);
        Assert.InRange(paused!.RetryAfter!.Value, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task A_caller_that_gave_up_takes_nobody_s_place()
    {
        using var limiter = new PortalLimiter(new HubSpotOptions { SearchesPerSecond = 1 }, TimeProvider.System);
        await limiter.EnterAsync(CallPriority.Person, search: true, Patience, CancellationToken.None);
        limiter.Leave(search: true);
        using var gaveUp = new CancellationTokenSource();
        var first = limiter.EnterAsync(CallPriority.Person, search: true, Patience, gaveUp.Token);
        var second = limiter.EnterAsync(CallPriority.Person, search: true, Patience, CancellationToken.None);
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Null(await second.WaitAsync(Patience));
    }
}
