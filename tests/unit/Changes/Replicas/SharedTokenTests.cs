using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Changes.Replicas;

public sealed class SharedTokenTests
{
    /// <summary>Guard: the lease around the renewal. Without it each process asks.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fifty_callers_in_each_of_two_processes_make_one_token_request_per_expiry(bool rotating)
    {
        await using var rig = await HubSpotRig.StartAsync(10);
        rig.Sandbox.Switches.RotateRefreshTokens = rotating;
        await using var other = rig.NewProcess();
        await rig.FaultAsync(new { path = "/token$" }, new { kind = "delay", milliseconds = 100 });
        for (var expiry = 1; expiry <= 4; expiry++)
        {
            await ExpireAsync(rig);
            var all = await Task.WhenAll(new IServiceProvider[] { rig.Services, other }.SelectMany(process => Enumerable.Range(0, 50).Select(_ => Task.Run(() =>
                process.GetRequiredService<TokenSource>().AccessAsync(rig.Workspace.Id, CallPriority.Person, CancellationToken.None)))));

            Assert.Single(all.Select(access => access.Value.AccessToken).Distinct());
            Assert.Equal(expiry, (await rig.CallsAsync()).Count(call => call.Path.EndsWith("/token", StringComparison.Ordinal)));
        }
    }

    private static async Task ExpireAsync(HubSpotRig rig)
    {
        await using var db = rig.Open();
        (await db.Connections.SingleAsync()).AccessTokenExpiresAt = rig.Clock.GetUtcNow();
        await db.SaveChangesAsync();
    }
}
