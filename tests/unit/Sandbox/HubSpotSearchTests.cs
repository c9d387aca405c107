using System.Net;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

public sealed class HubSpotSearchTests
{
    private const string Path = "/crm/v3/objects/tasks/search";

    [Fact]
    public async Task Filters_in_a_group_are_and_groups_are_or()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (low, high, other) = (await New(hubSpot, "LOW"), await New(hubSpot, "HIGH"), await New(hubSpot, "MEDIUM"));
        var (_, found) = await SearchAsync(hubSpot,
            [Filter("hs_task_subject", "EQ", "FIND ME"), Filter("hs_task_priority", "EQ", "LOW")],
            [Filter("hs_task_subject", "EQ", "find me"), Filter("hs_task_priority", "EQ", "HIGH")]);
        Assert.Equal([low, high], found.Ids());
        Assert.DoesNotContain(other, found.Ids());
        Assert.Empty((await SearchAsync(hubSpot, [Filter("hs_task_subject", "EQ", "find me"), Filter("hs_task_priority", "EQ", "low")])).Body.Ids());
    }

    [Fact]
    public async Task Dates_compare_in_milliseconds_and_everything_else_is_refused()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync("due", ("hs_timestamp", 4102444800000));
        Assert.Equal([id], (await SearchAsync(hubSpot, [Filter("hs_timestamp", "GTE", "4102444800000")])).Body.Ids());
        Assert.Empty((await SearchAsync(hubSpot, [Filter("hs_timestamp", "GT", "4102444800000")])).Body.Ids());
        Assert.Equal([id], (await SearchAsync(hubSpot, [new { propertyName = "hs_timestamp", @operator = "BETWEEN", value = "4102444799999", highValue = "4102444800001" }])).Body.Ids());
        Assert.Equal(HttpStatusCode.BadRequest, (await SearchAsync(hubSpot, [Filter("hs_timestamp", "GTE", "2100-01-01T00:00:00Z")])).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await SearchAsync(hubSpot, [Filter("hs_timestamp", "GTE", "0")])).Status);
    }

    [Fact]
    public async Task A_write_shows_only_after_the_lag_and_a_deleted_task_stays_as_long()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync(options => options with { IndexLagMilliseconds = 60_000 });
        var id = await hubSpot.NewTaskAsync("lagging");
        object[] filters = [Filter("hs_task_subject", "EQ", "lagging")];
        Assert.Empty((await SearchAsync(hubSpot, filters)).Body.Ids());
        hubSpot.Sandbox.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal([id], (await SearchAsync(hubSpot, filters)).Body.Ids());
        await hubSpot.PatchAsync($"/crm/v3/objects/tasks/{id}", new { properties = new { hs_task_subject = "renamed" } });
        Assert.Equal([id], (await SearchAsync(hubSpot, filters)).Body.Ids());
        await hubSpot.PostAsync("/__sandbox/lag", new { milliseconds = 0 });
        Assert.Empty((await SearchAsync(hubSpot, filters)).Body.Ids());
        await hubSpot.DeleteAsync($"/crm/v3/objects/tasks/{id}");
        Assert.Empty((await SearchAsync(hubSpot, [Filter("hs_task_subject", "EQ", "renamed")])).Body.Ids());
    }

    [Fact]
    public async Task With_jitter_a_later_write_may_show_before_an_earlier_one()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        await hubSpot.PostAsync("/__sandbox/lag", new { milliseconds = 1_000, jitterMilliseconds = 600_000 });
        for (var i = 0; i < 12; i++)
        {
            await hubSpot.NewTaskAsync("jittered");
        }

        var shown = new List<string>();
        for (var minute = 0; minute < 12; minute++)
        {
            hubSpot.Sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
            shown.AddRange((await SearchAsync(hubSpot, [Filter("hs_task_subject", "EQ", "jittered")])).Body.Ids().Except(shown));
        }

        Assert.Equal(12, shown.Count);
        Assert.NotEqual(shown.OrderBy(long.Parse), shown);
    }

    [Fact]
    public async Task Pages_are_offsets_with_a_total_and_a_single_sort()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (_, first) = await hubSpot.PostAsync(Path, new { limit = 100, sorts = new[] { new { propertyName = "hs_timestamp", direction = "DESCENDING" } }, properties = new[] { "hs_timestamp" } });
        var (_, second) = await hubSpot.PostAsync(Path, new { limit = 100, after = first.Text("paging", "next", "after"), sorts = new[] { "-hs_timestamp" }, properties = new[] { "hs_timestamp" } });
        Assert.Equal("150", first.Text("total"));
        Assert.Equal("100", first.Text("paging", "next", "after"));
        Assert.False(second.Has("paging"));
        var dates = first.GetProperty("results").EnumerateArray().Concat(second.GetProperty("results").EnumerateArray()).Select(task => task.Text("properties", "hs_timestamp")).ToList();
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
        Assert.Equal(150, first.Ids().Union(second.Ids()).Count());
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync(Path, new { sorts = new[] { "hs_timestamp", "hs_object_id" } })).Status);
    }

    [Fact]
    public async Task The_documented_limits_are_kept()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        object[] Group(int filters) => [.. Enumerable.Repeat(Filter("hs_task_subject", "HAS_PROPERTY"), filters)];
        Assert.Equal(HttpStatusCode.OK, (await SearchAsync(hubSpot, Group(6), Group(6), Group(6))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SearchAsync(hubSpot, Group(7))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SearchAsync(hubSpot, Group(6), Group(6), Group(6), Group(1))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SearchAsync(hubSpot, Group(1), Group(1), Group(1), Group(1), Group(1), Group(1))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync(Path, new { limit = 201 })).Status);
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.PostAsync(Path, new { limit = 200, after = "9800" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync(Path, new { limit = 200, after = "9801" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync(Path, new { query = new string('x', 3000) })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SearchAsync(hubSpot, [Filter("hs_body_preview_html", "EQ", "x")])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SearchAsync(hubSpot, [Filter("no_such_property", "EQ", "x")])).Status);
    }

    [Fact]
    public async Task Text_tokens_and_associations_can_be_searched()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync("Zanzibar renewal quote");
        var contact = await hubSpot.FirstAsync("contacts");
        await hubSpot.PutAsync($"/crm/v4/objects/tasks/{id}/associations/default/contacts/{contact}");
        Assert.Equal([id], (await hubSpot.PostAsync(Path, new { query = "zanzi" })).Body.Ids());
        Assert.Equal([id], (await SearchAsync(hubSpot, [Filter("hs_task_subject", "CONTAINS_TOKEN", "zanz*")])).Body.Ids());
        Assert.Equal([id], (await SearchAsync(hubSpot, [Filter("hs_task_subject", "IN", values: ["zanzibar renewal quote"])])).Body.Ids());
        Assert.Equal(HttpStatusCode.BadRequest, (await SearchAsync(hubSpot, [Filter("hs_task_subject", "IN", values: ["Zanzibar"])])).Status);
        Assert.Contains(id, (await SearchAsync(hubSpot, [Filter("associations.contact", "EQ", contact)])).Body.Ids());
    }

    private static Task<string> New(HubSpotCaller hubSpot, string priority) => hubSpot.NewTaskAsync("Find me", ("hs_task_priority", priority));

    private static object Filter(string propertyName, string @operator, string? value = null, string[]? values = null) =>
        value is not null ? new { propertyName, @operator, value } : values is not null ? new { propertyName, @operator, values } : new { propertyName, @operator };

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> SearchAsync(HubSpotCaller hubSpot, params object[][] groups) =>
        hubSpot.PostAsync(Path, new { filterGroups = groups.Select(filters => new { filters }), limit = 50 });
}
