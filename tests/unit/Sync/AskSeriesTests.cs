using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Application.Connections;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks.Repeating;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Sync;

/// <summary>How tasks repeat is asked of a beta that a portal may not have.</summary>
public sealed class AskSeriesTests
{
    /// <summary>Seeded, one of them by a rule that is not understood.</summary>
    private const int Repeating = 6;

    [Fact]
    public async Task Only_what_repeats_is_asked_for_and_each_once()
    {
        await using var rig = await SyncedAsync();
        Assert.Equal(Repeating, (await SeriesAsync(rig)).Count);

        await AskAsync(rig);
        await AskAsync(rig);

        Assert.Equal(Repeating, await CallsAsync(rig));
        Assert.All(await SeriesAsync(rig), s => Assert.True(s is { Rule.Length: > 10, StartsAt: not null, Status: "ACTIVE", AskedAt: not null }));
    }

    [Theory]
    [InlineData(403, 1)]
    [InlineData(404, 3)]
    public async Task A_portal_without_the_beta_is_left_alone_for_a_day(int refusal, int calls)
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var rig = await SyncedAsync(clock);
        await SwitchAsync(rig, refusal);

        await AskAsync(rig);
        Assert.Equal(calls, await CallsAsync(rig));
        clock.Advance(TimeSpan.FromHours(23));
        await AskAsync(rig);
        await rig.RestartAsync();
        await AskAsync(rig);
        Assert.Equal(calls, await CallsAsync(rig));
        Assert.All(await SeriesAsync(rig), s => Assert.Null(s.Rule));

        await SwitchAsync(rig, 0);
        clock.Advance(TimeSpan.FromHours(2));
        await AskAsync(rig);
        Assert.All(await SeriesAsync(rig), s => Assert.NotNull(s.Rule));
    }

    [Fact]
    public async Task Connecting_again_asks_again()
    {
        await using var rig = await SyncedAsync();
        await SwitchAsync(rig, 403);
        await AskAsync(rig);
        await SwitchAsync(rig, 0);

        await rig.Get<ConnectionStore>().KeepAsync(
            rig.Actor, new Grant("access", "refresh", await HubAsync(rig), [], TimeSpan.FromMinutes(30)), new GrantDetails(1, "maya@example.com", await HubAsync(rig), "northwind.example", 1, []), [], default);

        await using var db = rig.Open();
        Assert.Null((await db.Connections.AsNoTracking().SingleAsync()).SeriesClosedUntil);
    }

    [Fact]
    public async Task What_was_told_is_forgotten_when_the_portal_tells_it_no_more()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var rig = await SyncedAsync(clock);
        await AskAsync(rig);
        await SwitchAsync(rig, 403);
        var shown = rig.Shown();

        clock.Advance(TimeSpan.FromHours(25));
        await AskAsync(rig);

        Assert.All(await SeriesAsync(rig), s => Assert.Equal((null, null, null), (s.Rule, s.StartsAt, s.Status)));
        Assert.Equal(Repeating, shown.Count);
    }

    [Fact]
    public async Task A_task_whose_series_ended_alone_says_nothing_about_the_portal()
    {
        await using var rig = await SyncedAsync();
        await AskAsync(rig);
        var ended = (await SeriesAsync(rig))[0].TaskId;
        Assert.Equal(HttpStatusCode.NoContent, (await HubSpotAsync(rig, HttpMethod.Delete, $"/{ended}")).StatusCode);

        await using (var db = rig.Open())
        {
            await db.TaskSeries.ExecuteUpdateAsync(set => set.SetProperty(s => s.AskedAt, (DateTimeOffset?)null));
        }

        await AskAsync(rig);
        var series = await SeriesAsync(rig);
        Assert.Null(series.Single(s => s.TaskId == ended).Rule);
        Assert.Equal(Repeating - 1, series.Count(s => s.Rule is not null));
    }

    [Fact]
    public async Task Trouble_is_no_answer_and_is_not_asked_into()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var rig = await SyncedAsync(clock);
        await rig.FaultAsync(new { path = "/crm/task-series/" }, new { kind = "status", status = 503 });
        await AskAsync(rig);
        var calls = await CallsAsync(rig);
        await AskAsync(rig);
        Assert.Equal(calls, await CallsAsync(rig));

        await rig.Control.DeleteAsync("faults");
        clock.Advance(TimeSpan.FromMinutes(6));
        await AskAsync(rig);
        Assert.All(await SeriesAsync(rig), s => Assert.NotNull(s.Rule));
    }

    [Fact]
    public async Task A_changed_task_is_asked_again_and_a_closed_one_repeats_no_more()
    {
        await using var rig = await SyncedAsync();
        await AskAsync(rig);
        var (moved, closed) = ((await SeriesAsync(rig))[0].TaskId, (await SeriesAsync(rig))[1].TaskId);
        await HubSpotAsync(rig, HttpMethod.Patch, $"/{moved}", new { series = new { repeatInterval = "RRULE:FREQ=YEARLY" } });
        await rig.EditAsync(new { id = $"{closed}", properties = new { hs_task_status = "COMPLETED" } });

        await rig.SyncAsync();
        foreach (var id in new[] { moved, closed })
        {
            await rig.Get<RefreshTask>().RunAsync(rig.Actor, id, default);
        }

        await AskAsync(rig);
        var series = await SeriesAsync(rig);
        Assert.Equal("RRULE:FREQ=YEARLY", series.Single(s => s.TaskId == moved).Rule);
        Assert.DoesNotContain(series, s => s.TaskId == closed);
    }

    private static async Task<HubSpotRig> SyncedAsync(TimeProvider? clock = null)
    {
        var rig = await HubSpotRig.StartAsync(300, clock: clock);
        await rig.SyncAsync();
        return rig;
    }

    private static Task AskAsync(HubSpotRig rig) => rig.Get<AskSeries>().RunAsync(rig.Workspace.Id, default);

    private static async Task<List<TaskSeries>> SeriesAsync(HubSpotRig rig)
    {
        await using var db = rig.Open();
        return await db.TaskSeries.AsNoTracking().OrderBy(s => s.TaskId).ToListAsync();
    }

    private static async Task<long> HubAsync(HubSpotRig rig)
    {
        await using var db = rig.Open();
        return await db.Connections.Select(c => c.HubId).SingleAsync();
    }

    private static async Task<int> CallsAsync(HubSpotRig rig) => (await rig.CallsAsync()).Count(call => call.Path.Contains("task-series", StringComparison.Ordinal));

    private static async Task SwitchAsync(HubSpotRig rig, int refusal) => (await rig.Control.PostAsJsonAsync("switches", new { taskSeriesRefusal = refusal })).EnsureSuccessStatusCode();

    private static async Task<HttpResponseMessage> HubSpotAsync(HubSpotRig rig, HttpMethod method, string path, object? body = null)
    {
        var token = (await (await rig.Control.PostAsync("token", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        var request = new HttpRequestMessage(method, new Uri(rig.Sandbox.Origin, $"/crm/task-series/2026-09-beta{path}")) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await rig.Control.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
