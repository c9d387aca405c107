using System.Net;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

/// <summary>The task series as the sandbox offers it.</summary>
public sealed class HubSpotSeriesTests
{
    private const string Path = "/crm/task-series/2026-09-beta";
    private const string Task = "/crm/v3/objects/tasks";

    [Fact]
    public async Task A_series_is_begun_shown_changed_and_ended_and_the_task_shows_that_it_repeats()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync("Weekly round");
        var series = new { repeatInterval = "RRULE:FREQ=WEEKLY;BYDAY=MO", startsAt = "2026-11-30T09:00:00Z" };

        var (status, begun) = await hubSpot.PostAsync(Path, new { taskId = long.Parse(id), properties = new { hs_task_priority = "HIGH" }, series });
        Assert.Equal((HttpStatusCode.OK, id), (status, begun.Text("id")));
        Assert.Equal("RRULE:FREQ=WEEKLY;BYDAY=MO", begun.GetProperty("series").Text("repeatInterval"));
        var task = (await hubSpot.GetAsync($"{Task}/{id}?properties=hs_task_repeat_interval,hs_repeat_status,hs_task_priority")).Body.GetProperty("properties");
        Assert.Equal(("ACTIVE", "HIGH"), (task.Text("hs_repeat_status"), task.Text("hs_task_priority")));
        Assert.DoesNotContain("FREQ", task.Text("hs_task_repeat_interval")!, StringComparison.Ordinal);

        await hubSpot.PatchAsync($"{Path}/{id}", new { series = new { repeatStatus = "PAUSED" } });
        var shown = (await hubSpot.GetAsync($"{Path}/{id}?properties=hs_task_subject")).Body;
        Assert.Equal(("Weekly round", "PAUSED", "2026-11-30T09:00:00.000Z"),
            (shown.GetProperty("properties").Text("hs_task_subject"), shown.GetProperty("series").Text("repeatStatus"), shown.GetProperty("series").Text("startsAt")));

        Assert.Equal(HttpStatusCode.NoContent, (await hubSpot.DeleteAsync($"{Path}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hubSpot.GetAsync($"{Path}/{id}")).Status);
        Assert.Null((await hubSpot.GetAsync($"{Task}/{id}?properties=hs_task_repeat_interval")).Body.GetProperty("properties").Text("hs_task_repeat_interval"));
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"taskId":ID,"series":{"repeatInterval":"RRULE:FREQ=DAILY"}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"taskId":ID,"properties":{},"series":{"repeatInterval":"daily"}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"taskId":ID,"properties":{},"series":{"repeatInterval":"RRULE:FREQ=DAILY","startsAt":"soon"}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"taskId":ID,"properties":{"no_such":"x"},"series":{"repeatInterval":"RRULE:FREQ=DAILY"}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"taskId":1,"properties":{},"series":{"repeatInterval":"RRULE:FREQ=DAILY"}}""", HttpStatusCode.NotFound)]
    public async Task What_is_no_series_is_refused_and_nothing_of_it_is_kept(string body, HttpStatusCode status)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync();

        using var content = new StringContent(body.Replace("ID", id, StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");
        using var answer = await hubSpot.RawAsync(HttpMethod.Post, Path, content);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hubSpot.GetAsync($"{Path}/{id}")).Status);
    }

    [Theory]
    [InlineData(403, HttpStatusCode.Forbidden, "MISSING_SCOPES")]
    [InlineData(404, HttpStatusCode.NotFound, "OBJECT_NOT_FOUND")]
    public async Task An_account_without_the_beta_says_so_whatever_is_asked(int refusal, HttpStatusCode status, string category)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync();
        await hubSpot.PostAsync(Path, new { taskId = long.Parse(id), properties = new { }, series = new { repeatInterval = "RRULE:FREQ=DAILY" } });
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.GetAsync($"{Path}/{id}")).Status);

        await hubSpot.PostAsync("/__sandbox/switches", new { taskSeriesRefusal = refusal });

        var (refused, body) = await hubSpot.GetAsync($"{Path}/{id}");
        Assert.Equal((status, category), (refused, body.Text("category")));
    }

    [Fact]
    public async Task Without_a_permission_for_tasks_it_is_refused()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync(scopes: "oauth");
        Assert.Equal(HttpStatusCode.Forbidden, (await hubSpot.GetAsync($"{Path}/1")).Status);
    }
}
