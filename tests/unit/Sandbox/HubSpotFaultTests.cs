using System.Net;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

public sealed class HubSpotFaultTests
{
    [Fact]
    public async Task A_fault_strikes_the_chosen_calls_and_no_others()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        await FaultAsync(hubSpot, new { method = "GET", path = "^/crm/v3/owners$", nth = 2, count = 1 }, new { kind = "status", status = 503, body = new { message = "busy" }, headers = new Dictionary<string, string> { ["Retry-After"] = "2" } });
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.GetAsync("/crm/v3/owners")).Status);
        using var struck = await hubSpot.RawAsync(HttpMethod.Get, "/crm/v3/owners");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, struck.StatusCode);
        Assert.Equal("2", struck.Headers.GetValues("Retry-After").Single());
        Assert.Equal("{\"message\":\"busy\"}", await struck.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.GetAsync("/crm/v3/owners")).Status);
    }

    [Fact]
    public async Task A_dropped_answer_comes_after_the_effect_and_a_reset_before_it()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync("before");
        await FaultAsync(hubSpot, new { method = "PATCH", count = 1 }, new { kind = "reset" });
        await Assert.ThrowsAsync<HttpRequestException>(() => RenameAsync(hubSpot, id));
        Assert.Equal("before", await SubjectAsync(hubSpot, id));
        await FaultAsync(hubSpot, new { method = "PATCH", count = 1 }, new { kind = "drop" });
        await Assert.ThrowsAsync<HttpRequestException>(() => RenameAsync(hubSpot, id));
        Assert.Equal("after", await SubjectAsync(hubSpot, id));
    }

    [Fact]
    public async Task Half_an_answer_a_page_of_HTML_and_nothing_at_all()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var whole = await hubSpot.TextAsync("/crm/v3/owners");
        await FaultAsync(hubSpot, new { count = 1 }, new { kind = "truncate" });
        var half = await hubSpot.TextAsync("/crm/v3/owners");
        Assert.StartsWith(half, whole);
        Assert.InRange(half.Length, 10, whole.Length * 6 / 10);
        await FaultAsync(hubSpot, new { count = 1 }, new { kind = "html", status = 200 });
        Assert.StartsWith("<html>", await hubSpot.TextAsync("/crm/v3/owners"));
        await FaultAsync(hubSpot, new { count = 1 }, new { kind = "empty" });
        Assert.Empty(await hubSpot.TextAsync("/crm/v3/owners"));
    }

    [Fact]
    public async Task A_limit_can_be_pretended_for_one_account()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        await FaultAsync(hubSpot, new { portal = 515151 }, new { kind = "429", policy = "DAILY", retryAfter = 30 });
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.GetAsync("/crm/v3/owners")).Status);
        await hubSpot.ConnectAsync(hubId: 515151);
        var (status, refused) = await hubSpot.GetAsync("/crm/v3/owners");
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Equal("DAILY", refused.Text("policyName"));
        await hubSpot.DeleteAsync("/__sandbox/faults");
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.GetAsync("/crm/v3/owners")).Status);
    }

    [Fact]
    public async Task A_misspelt_fault_is_refused()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync("/__sandbox/faults", new[] { new { effect = new { kind = "explode" } } })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync("/__sandbox/faults", new[] { new { match = new { path = "[" }, effect = new { kind = "reset" } } })).Status);
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.GetAsync("/crm/v3/owners")).Status);
    }

    private static async Task FaultAsync(HubSpotCaller hubSpot, object match, object effect) =>
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.PostAsync("/__sandbox/faults", new[] { new { match, effect } })).Status);

    private static async Task RenameAsync(HubSpotCaller hubSpot, string id) => await hubSpot.PatchAsync($"/crm/v3/objects/tasks/{id}", new { properties = new { hs_task_subject = "after" } });

    private static async Task<string?> SubjectAsync(HubSpotCaller hubSpot, string id) =>
        (await hubSpot.GetAsync($"/crm/v3/objects/tasks/{id}?properties=hs_task_subject")).Body.Text("properties", "hs_task_subject");
}
