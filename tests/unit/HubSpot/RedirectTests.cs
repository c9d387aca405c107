using System.Net;
using System.Net.Sockets;
using Dashboard.Application.Sync;
using Dashboard.UnitTests.Support;
using Dashboard.UnitTests.Sync;
using Xunit;

namespace Dashboard.UnitTests.HubSpot;

/// <summary>A bearer token goes to the configured host and nowhere else.</summary>
public sealed class RedirectTests
{
    [Fact]
    public async Task An_answer_that_sends_us_to_another_host_is_not_followed()
    {
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        var id = (await rig.IdsAsync())[0];
        await rig.FaultAsync(
            new { path = $"/{id}" },
            new { kind = "status", status = 302, headers = new Dictionary<string, string> { ["Location"] = $"http://127.0.0.1:{((IPEndPoint)elsewhere.LocalEndpoint).Port}/" } });

        var outcome = await rig.Get<RefreshTask>().RunAsync(rig.Actor, id, CancellationToken.None);
        Assert.NotNull(outcome.Failure);
        Assert.False(elsewhere.Pending());
        Assert.Contains(id, await rig.IdsAsync());
    }
}
