using System.Net;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

public sealed class HubSpotAccessTests
{
    [Fact]
    public async Task An_expired_token_is_refused_with_the_time_it_died()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        hubSpot.Sandbox.Clock.Advance(TimeSpan.FromSeconds(1875));
        var (status, refused) = await hubSpot.GetAsync("/crm/v3/objects/tasks");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("EXPIRED_AUTHENTICATION", refused.Text("category"));
        Assert.Matches("expired 7[5-9] second\\(s\\) ago", refused.Text("message"));
        Assert.True(refused.GetProperty("context").Has("expire time"));
    }

    [Fact]
    public async Task No_token_and_a_made_up_token_are_invalid()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        foreach (var token in new[] { "", "made-up" })
        {
            hubSpot.UseToken(token);
            var (status, refused) = await hubSpot.GetAsync("/crm/v3/objects/tasks");
            Assert.Equal(HttpStatusCode.Unauthorized, status);
            Assert.Equal("INVALID_AUTHENTICATION", refused.Text("category"));
        }
    }

    [Theory]
    [InlineData("/crm/v3/objects/companies", "crm.objects.companies.read")]
    [InlineData("/crm/v3/objects/tickets", "tickets")]
    [InlineData("/crm/v3/owners", "crm.objects.owners.read")]
    [InlineData("/crm/v3/schemas", "crm.schemas.custom.read")]
    public async Task A_missing_scope_is_named(string path, string scope)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync(scopes: "oauth crm.objects.contacts.read");
        var (status, refused) = await hubSpot.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("MISSING_SCOPES", refused.Text("category"));
        Assert.Equal(scope, refused.Text("errors", "0", "context", "requiredGranularScopes", "0"));
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.GetAsync("/crm/v3/objects/tasks")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await hubSpot.PostAsync("/crm/v3/objects/tasks", new { properties = new { hs_timestamp = 1 } })).Status);
    }

    [Fact]
    public async Task Accounts_do_not_see_each_other()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var main = await hubSpot.NewTaskAsync("only in the main account");
        await hubSpot.ConnectAsync(hubId: 515151);
        Assert.Equal(HttpStatusCode.NotFound, (await hubSpot.GetAsync($"/crm/v3/objects/tasks/{main}")).Status);
        Assert.Equal("515151", (await hubSpot.GetAsync("/account-info/v3/details")).Body.Text("portalId"));
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.GetAsync("/crm/v3/objects/2-7001")).Status);
    }

    [Fact]
    public async Task The_111th_call_in_ten_seconds_is_refused_until_the_window_has_moved()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync(options => options with { RateLimits = true, Time = new StandingTime() });
        for (var i = 0; i < 110; i++)
        {
            using var fine = await hubSpot.RawAsync(HttpMethod.Get, "/crm/v3/owners");
            Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
            Assert.Equal($"{109 - i}", fine.Headers.GetValues("X-HubSpot-RateLimit-Remaining").Single());
        }

        var (status, refused) = await hubSpot.GetAsync("/crm/v3/owners");
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Equal("TEN_SECONDLY_ROLLING", refused.Text("policyName"));
        Assert.Equal("RATE_LIMIT", refused.Text("errorType"));
        hubSpot.Sandbox.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.GetAsync("/crm/v3/owners")).Status);
    }

    [Fact]
    public async Task Searches_are_limited_apart_and_tell_no_limits()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync(options => options with { RateLimits = true, Time = new StandingTime() });
        for (var i = 0; i < 5; i++)
        {
            using var fine = await hubSpot.RawAsync(HttpMethod.Post, "/crm/v3/objects/tasks/search", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
            Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
            Assert.False(fine.Headers.Contains("X-HubSpot-RateLimit-Remaining"));
        }

        await hubSpot.PostAsync("/__sandbox/switches", new { retryAfter = true });
        using var refused = await hubSpot.RawAsync(HttpMethod.Post, "/crm/v3/objects/contacts/search", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("1", refused.Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.GetAsync("/crm/v3/owners")).Status);
        hubSpot.Sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.PostAsync("/crm/v3/objects/tasks/search", new { })).Status);
    }

    /// <summary>Time that moves only when the sandbox's clock is advanced.</summary>
    private sealed class StandingTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    }
}
