using System.Text;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.UnitTests.Support;
using Xunit;

namespace Dashboard.UnitTests.HubSpot;

/// <summary>What the network and HubSpot can do to a call, over real HTTP.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private HubSpotRig rig = null!;

    public async ValueTask InitializeAsync() => rig = await HubSpotRig.StartAsync(20);

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Theory]
    [InlineData("html")]
    [InlineData("empty")]
    [InlineData("truncate")]
    [InlineData("reset")]
    [InlineData("drop")]
    public async Task A_broken_answer_to_a_read_is_asked_for_again(string kind)
    {
        await rig.FaultAsync(new { method = "GET", path = "tasks$", count = 2 }, new { kind });
        var page = await ListAsync();
        Assert.True(page.Ok, page.Failure?.Sentence);
    }

    [Theory]
    [InlineData("html", 200)]
    [InlineData("empty", 200)]
    [InlineData("status", 500)]
    [InlineData("status", 423)]
    [InlineData("status", 477)]
    [InlineData("status", 302)]
    public async Task What_cannot_be_used_is_a_failed_call_and_no_crash(string kind, int status)
    {
        await rig.FaultAsync(new { path = "tasks" }, new { kind, status });
        Assert.IsType<Failure.Unavailable>((await UpdateAsync()).Failure);
    }

    [Fact]
    public async Task An_answer_past_the_deadline_is_given_up()
    {
        rig.Get<HubSpotOptions>().TimeoutSeconds = 1;
        await rig.FaultAsync(new { path = "tasks" }, new { kind = "delay", milliseconds = 5_000 });
        var failure = Assert.IsType<Failure.Unavailable>((await UpdateAsync()).Failure);
        Assert.Contains("within 1 seconds", failure.Sentence);
    }

    [Fact]
    public async Task An_answer_of_50_MB_is_refused()
    {
        await rig.FaultAsync(new { path = "tasks" }, new { kind = "status", status = 200, body = "\"" + new string('x', 17 << 20) + "\"" });
        Assert.IsType<Failure.Unavailable>((await UpdateAsync()).Failure);
    }

    [Fact]
    public async Task A_refusal_carries_hubspot_s_sentence_property_and_correlation_id()
    {
        var failure = Assert.IsType<Failure.Refused>((await UpdateAsync("hs_task_statu")).Failure);
        Assert.Equal(400, failure.StatusCode);
        Assert.Contains("hs_task_statu", failure.Reason);
        Assert.DoesNotContain("[{", failure.Reason);
        Assert.Equal(["hs_task_statu"], failure.Properties);
        Assert.NotNull(failure.CorrelationId);
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named()
    {
        await rig.FaultAsync(new { path = "tasks" }, new { kind = "status", status = 403, body = """{"category":"MISSING_SCOPES","errors":[{"message":"x","context":{"requiredGranularScopes":["crm.objects.contacts.write"]}}]}""" });
        Assert.Equal("crm.objects.contacts.write", Assert.IsType<Failure.MissingScope>((await UpdateAsync()).Failure).Scope);
    }

    [Theory]
    [InlineData("SECONDLY", null, 1)]
    [InlineData("TEN_SECONDLY_ROLLING", null, 10)]
    [InlineData("TEN_SECONDLY_ROLLING", "30", 30)]
    [InlineData("TEN_SECONDLY_ROLLING", "86400", 300)]
    [InlineData("TEN_SECONDLY_ROLLING", "-5", 10)]
    [InlineData("TEN_SECONDLY_ROLLING", "0", 0.25)]
    public async Task A_limit_says_how_long_to_wait(string policy, string? retryAfter, double seconds)
    {
        var headers = retryAfter is null ? [] : new Dictionary<string, string> { ["Retry-After"] = retryAfter };
        await rig.FaultAsync(new { path = "tasks", count = 1 }, new { kind = "429", policy, headers });
        Assert.Equal(seconds, Assert.IsType<Failure.Unavailable>((await UpdateAsync()).Failure).RetryAfter!.Value.TotalSeconds);
    }

    [Fact]
    public void A_limit_for_the_day_lasts_until_midnight_of_the_portal()
    {
        using var response = new HttpResponseMessage();
        var failure = HubSpotFault.From(
            System.Net.HttpStatusCode.TooManyRequests, response.Headers, Encoding.UTF8.GetBytes("""{"policyName":"DAILY"}"""), "US/Eastern", new DateTimeOffset(2026, 11, 24, 22, 0, 0, TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromHours(7), Assert.IsType<Failure.Unavailable>(failure).RetryAfter);
    }

    [Theory]
    [InlineData("""{"message":["not","a","text"],"correlationId":7}""")]
    [InlineData("""[]""")]
    [InlineData("<html>")]
    [InlineData("")]
    public void An_error_body_may_hold_anything(string body)
    {
        using var response = new HttpResponseMessage();
        var failure = HubSpotFault.From(System.Net.HttpStatusCode.Conflict, response.Headers, Encoding.UTF8.GetBytes(body), null, default);
        Assert.Contains("409", Assert.IsType<Failure.Refused>(failure).Sentence);
    }

    private Task<Result<TaskPage>> ListAsync() => rig.Get<TokenSource>().CallAsync(
        rig.Workspace.Id, CallPriority.Person, access => rig.Get<IHubSpotTasks>().ListAsync(access, null, [], CancellationToken.None), CancellationToken.None);

    private async Task<Result<RemoteTask>> UpdateAsync(string property = "hs_task_status")
    {
        var id = rig.Sandbox.World.Portal(424242)!.Tables.First(t => t.Type.Id == "0-27")[0].Id;
        return await rig.Get<TokenSource>().CallAsync(
            rig.Workspace.Id,
            CallPriority.Person,
            access => rig.Get<IHubSpotTasks>().UpdateAsync(access, new TaskUpdate(id, new Dictionary<string, string?> { [property] = "COMPLETED" }), CancellationToken.None),
            CancellationToken.None);
    }
}
