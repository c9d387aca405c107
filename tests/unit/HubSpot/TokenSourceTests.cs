using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.HubSpot;

public sealed class TokenSourceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fifty_callers_at_an_expiry_make_one_token_request(bool rotating)
    {
        await using var rig = await HubSpotRig.StartAsync(10);
        rig.Sandbox.Switches.RotateRefreshTokens = rotating;
        for (var expiry = 0; expiry < 3; expiry++)
        {
            await ExpireAsync(rig);
            var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => AccessAsync(rig))));
            Assert.Single(all.Select(a => a.Value.AccessToken).Distinct());
        }

        Assert.Equal(3, (await rig.CallsAsync()).Count(c => c.Path.EndsWith("/token", StringComparison.Ordinal)));
        Assert.True((await ListAsync(rig)).Ok);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires_not_after_a_refusal()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var rig = await HubSpotRig.StartAsync(10, clock: clock);
        var first = await AccessAsync(rig);
        clock.Advance(TimeSpan.FromSeconds(1800 - 59));
        var second = await AccessAsync(rig);
        Assert.NotEqual(first.Value.AccessToken, second.Value.AccessToken);
        Assert.DoesNotContain(await rig.CallsAsync(), c => c.Status == 401);
    }

    [Fact]
    public async Task A_token_hubspot_turns_down_is_renewed_once_and_the_call_made_again()
    {
        await using var rig = await HubSpotRig.StartAsync(10);
        rig.Sandbox.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await ListAsync(rig)).Ok);
        Assert.Single(await rig.CallsAsync(), c => c.Path.EndsWith("/token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_revoked_grant_needs_a_person_and_is_not_asked_for_again()
    {
        await using var rig = await HubSpotRig.StartAsync(10);
        await RevokeAsync(rig);
        await ExpireAsync(rig);
        Assert.IsType<Failure.NotConnected>((await AccessAsync(rig)).Failure);
        Assert.IsType<Failure.NotConnected>((await AccessAsync(rig)).Failure);
        Assert.Single(await rig.CallsAsync(), c => c.Path.EndsWith("/token", StringComparison.Ordinal));
        await using var db = rig.Open();
        Assert.Equal(ConnectionState.NeedsReconnect, (await db.Connections.SingleAsync()).State);
    }

    [Theory]
    [InlineData("429", 429)]
    [InlineData("status", 500)]
    [InlineData("html", 503)]
    [InlineData("reset", 0)]
    [InlineData("delay", 0)]
    [InlineData("bad_client", 400)]
    public async Task Trouble_at_the_token_endpoint_never_marks_a_connection_as_lost(string kind, int status)
    {
        await using var rig = await HubSpotRig.StartAsync(10);
        await ExpireAsync(rig);
        object effect = kind == "bad_client"
            ? new { kind = "status", status, body = """{"error":"invalid_client","status":"BAD_CLIENT_SECRET","message":"no"}""" }
            : new { kind, status, retryAfter = 7, milliseconds = 5_000 };
        await rig.FaultAsync(new { path = "/token$" }, effect);
        rig.Get<HubSpotOptions>().TimeoutSeconds = kind == "delay" ? 1 : 30;
        var failure = Assert.IsType<Failure.Unavailable>((await AccessAsync(rig)).Failure);
        rig.Get<HubSpotOptions>().TimeoutSeconds = 30;
        Assert.Equal(kind == "429" ? 7 : null, failure.RetryAfter?.TotalSeconds);

        await rig.Control.DeleteAsync("faults");
        Assert.True((await AccessAsync(rig)).Ok);
    }

    [Fact]
    public async Task A_refusal_after_another_process_renewed_the_grant_uses_the_newer_one()
    {
        await using var rig = await HubSpotRig.StartAsync(10);
        rig.Sandbox.Switches.RotateRefreshTokens = true;
        await ExpireAsync(rig);
        await rig.FaultAsync(new { path = "/token$", count = 1 }, new { kind = "delay", milliseconds = 300 });
        var slow = AccessAsync(rig);
        await Eventually.TrueAsync(async () => (await rig.Control.GetStringAsync("faults")).Contains("\"struck\":1"));
        await using var other = rig.NewProcess();
        var quick = await ((TokenSource)other.GetService(typeof(TokenSource))!).AccessAsync(rig.Workspace.Id, CallPriority.Person, CancellationToken.None);
        Assert.True(quick.Ok, quick.Failure?.Sentence);
        Assert.True((await slow).Ok, (await slow).Failure?.Sentence);
    }

    [Fact]
    public void An_access_does_not_print_its_token() =>
        Assert.DoesNotContain("secret", new PortalAccess(WorkspaceId.New(), 1, "secret", CallPriority.Person).ToString());

    private static Task<Result<PortalAccess>> AccessAsync(HubSpotRig rig) => rig.Get<TokenSource>().AccessAsync(rig.Workspace.Id, CallPriority.Person, CancellationToken.None);

    private static Task<Result<TaskPage>> ListAsync(HubSpotRig rig) => rig.Get<TokenSource>().CallAsync(
        rig.Workspace.Id, CallPriority.Person, access => rig.Get<IHubSpotTasks>().ListAsync(access, null, [], CancellationToken.None), CancellationToken.None);

    private static async Task ExpireAsync(HubSpotRig rig)
    {
        await using var db = rig.Open();
        (await db.Connections.SingleAsync()).AccessTokenExpiresAt = rig.Clock.GetUtcNow();
        await db.SaveChangesAsync();
    }

    private static async Task RevokeAsync(HubSpotRig rig)
    {
        await using var db = rig.Open();
        var refresh = rig.Get<ITokenVault>().Open((await db.Connections.SingleAsync()).RefreshToken, GrantPurpose.RefreshToken, rig.Workspace.Id);
        Assert.True((await rig.Get<IHubSpotGrants>().RevokeAsync(refresh.Value, CancellationToken.None)).Ok);
    }
}
