using System.Net;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

public sealed class HubSpotRecordTests
{
    [Theory]
    [InlineData("/crm/v3/objects/tasks")]
    [InlineData("/crm/v3/objects/task")]
    [InlineData("/crm/v3/objects/0-27")]
    [InlineData("/crm/objects/2026-03/tasks")]
    [InlineData("/crm/objects/2026-09/0-27")]
    public async Task A_list_walks_all_tasks_once_by_ascending_id(string path)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var ids = new List<string>();
        for (var next = $"{path}?limit=60"; next is not null;)
        {
            var (_, page) = await hubSpot.GetAsync(next);
            ids.AddRange(page.Ids());
            next = page.Has("paging") ? page.Text("paging", "next", "link") : null;
        }

        Assert.Equal(150, ids.Distinct().Count());
        Assert.Equal(ids.Order(Comparer<string>.Create((a, b) => long.Parse(a).CompareTo(long.Parse(b)))), ids);
    }

    [Fact]
    public async Task A_list_may_start_after_any_number()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var all = (await hubSpot.GetAsync("/crm/v3/objects/tasks?limit=100")).Body.Ids();
        var from = (await hubSpot.GetAsync($"/crm/v3/objects/tasks?limit=3&after={long.Parse(all[40]) - 1}")).Body.Ids();
        Assert.Equal(all[40..43], from);
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.GetAsync("/crm/v3/objects/tasks?after=abc")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.GetAsync("/crm/v3/objects/tasks?limit=101")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.GetAsync("/crm/v3/objects/tasks?limit=51&propertiesWithHistory=hs_task_status")).Status);
    }

    [Fact]
    public async Task Requested_empty_properties_are_null_and_undefined_ones_left_out()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync();
        var (_, task) = await hubSpot.GetAsync($"/crm/v3/objects/tasks/{id}?properties=hs_task_body,no_such_thing&properties=hs_task_subject");
        var properties = task.GetProperty("properties");
        Assert.Equal(["hs_createdate", "hs_lastmodifieddate", "hs_object_id", "hs_task_body", "hs_task_subject"], properties.EnumerateObject().Select(property => property.Name));
        Assert.Null(properties.Text("hs_task_body"));
    }

    [Fact]
    public async Task A_new_task_gets_its_defaults_and_ISO_dates()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (status, made) = await hubSpot.PostAsync("/crm/v3/objects/tasks", new { properties = new { hs_timestamp = 1572406217883, hs_task_body = "<p>Hi &amp; bye</p>" } });
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("2019-10-30T03:30:17.883Z", made.Text("properties", "hs_timestamp"));
        Assert.Equal("NOT_STARTED", made.Text("properties", "hs_task_status"));
        Assert.Equal("af0e6a5c-2ea3-4c72-b69f-7c6cb3fdb591", made.Text("properties", "hs_pipeline_stage"));
        Assert.Equal("TODO", made.Text("properties", "hs_task_type"));
        Assert.Equal("Hi & bye", made.Text("properties", "hs_body_preview"));
        Assert.Equal("true", made.Text("properties", "hs_task_is_overdue"));
        Assert.Equal("INTEGRATION", made.Text("properties", "hs_object_source"));
    }

    [Fact]
    public async Task A_task_without_due_date_is_refused_with_the_recorded_words()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (status, refused) = await hubSpot.PostAsync("/crm/v3/objects/tasks", new { properties = new { hs_task_subject = "x" } });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Error creating TASK. Some required properties were not set.", refused.Text("message"));
        Assert.Equal("hs_timestamp", refused.Text("context", "properties", "0"));
    }

    [Fact]
    public async Task An_unknown_property_is_refused_in_the_exact_form()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (status, refused) = await hubSpot.PatchAsync($"/crm/v3/objects/tasks/{await hubSpot.NewTaskAsync()}", new { properties = new { x = "1" } });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(
            "Property values were not valid: [{\"isValid\":false,\"message\":\"Property \\\"x\\\" does not exist\",\"error\":\"PROPERTY_DOESNT_EXIST\",\"name\":\"x\","
            + "\"localizedErrorMessage\":\"Property \\\"x\\\" does not exist\",\"portalId\":424242}]", refused.Text("message"));
        Assert.Equal("PROPERTY_DOESNT_EXIST", refused.Text("errors", "0", "code"));
        Assert.Equal("x", refused.Text("errors", "0", "context", "propertyName", "0"));
        await hubSpot.PostAsync("/__sandbox/switches", new { lenientProperties = true });
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.PatchAsync($"/crm/v3/objects/tasks/{await hubSpot.NewTaskAsync()}", new { properties = new { x = "1" } })).Status);
    }

    [Theory]
    [InlineData("hs_task_status", "completed", "INVALID_OPTION")]
    [InlineData("hs_task_priority", "URGENT", "INVALID_OPTION")]
    [InlineData("hubspot_owner_id", "9001001", "INVALID_OPTION")]
    [InlineData("hubspot_owner_id", "60188209", "INVALID_OPTION")]
    [InlineData("hs_createdate", "2026-01-01T00:00:00Z", "READ_ONLY_VALUE")]
    [InlineData("hs_timestamp", "tomorrow", "INVALID_DATE")]
    [InlineData("hs_task_reminders", "2026-01-01T00:00:00Z", "INVALID_LONG")]
    public async Task A_wrong_value_is_refused_by_code_and_changes_nothing(string property, string value, string code)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync();
        var before = await hubSpot.TextAsync($"/crm/v3/objects/tasks/{id}?properties={property},hs_task_subject");
        var (status, refused) = await hubSpot.PatchAsync($"/crm/v3/objects/tasks/{id}", new { properties = new Dictionary<string, string> { [property] = value, ["hs_task_subject"] = "new" } });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, refused.Text("errors", "0", "code"));
        Assert.Equal(before, await hubSpot.TextAsync($"/crm/v3/objects/tasks/{id}?properties={property},hs_task_subject"));
    }

    [Fact]
    public async Task Completing_and_reopening_moves_stage_date_and_count()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var path = $"/crm/v3/objects/tasks/{await hubSpot.NewTaskAsync()}";
        var done = (await hubSpot.PatchAsync(path, new { properties = new { hs_task_status = "COMPLETED" } })).Body.GetProperty("properties");
        Assert.Equal("61bafb31-e7fa-46ed-aaa9-1322438d6e67", done.Text("hs_pipeline_stage"));
        Assert.Equal("1", done.Text("hs_task_is_completed"));
        Assert.NotNull(done.Text("hs_task_completion_date"));
        var open = (await hubSpot.PatchAsync(path, new { properties = new { hs_pipeline_stage = "dd5826e4-c976-4654-a527-b59ada542e52" } })).Body.GetProperty("properties");
        Assert.Equal("WAITING", open.Text("hs_task_status"));
        Assert.False(open.Has("hs_task_completion_date"));
        var again = (await hubSpot.PatchAsync(path, new { properties = new { hs_task_status = "COMPLETED" } })).Body.GetProperty("properties");
        Assert.Equal("2", again.Text("hs_task_completion_count"));
    }

    [Fact]
    public async Task An_empty_text_clears_and_every_write_moves_the_modified_date_forward()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var path = $"/crm/v3/objects/tasks/{await hubSpot.NewTaskAsync("x", ("hubspot_owner_id", "60188203"))}";
        var before = DateTimeOffset.Parse((await hubSpot.GetAsync(path)).Body.Text("updatedAt")!);
        hubSpot.Sandbox.Clock.Advance(TimeSpan.FromHours(-1));
        var (_, cleared) = await hubSpot.PatchAsync(path, new { properties = new { hubspot_owner_id = "" } });
        Assert.True(DateTimeOffset.Parse(cleared.Text("updatedAt")!) > before);
        Assert.Null((await hubSpot.GetAsync($"{path}?properties=hubspot_owner_id")).Body.Text("properties", "hubspot_owner_id"));
        var history = (await hubSpot.GetAsync($"{path}?propertiesWithHistory=hubspot_owner_id")).Body.GetProperty("propertiesWithHistory").GetProperty("hubspot_owner_id");
        Assert.Equal(["", "60188203"], history.EnumerateArray().Select(version => version.Text("value")));
    }

    [Fact]
    public async Task A_created_task_settles_once_more_where_the_switch_says_so()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        await hubSpot.PostAsync("/__sandbox/switches", new { settleMilliseconds = 20 });
        var path = $"/crm/v3/objects/tasks/{await hubSpot.NewTaskAsync()}";
        var created = (await hubSpot.GetAsync(path)).Body.Text("createdAt");
        var deadline = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(60);
        while ((await hubSpot.GetAsync(path)).Body.Text("updatedAt") == created)
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, "the task never settled");
        }
    }

    [Fact]
    public async Task An_archived_task_is_found_only_among_the_archived()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await hubSpot.DeleteAsync($"/crm/v3/objects/tasks/{id}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await hubSpot.DeleteAsync($"/crm/v3/objects/tasks/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hubSpot.GetAsync($"/crm/v3/objects/tasks/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hubSpot.PatchAsync($"/crm/v3/objects/tasks/{id}", new { properties = new { hs_task_subject = "x" } })).Status);
        var (_, found) = await hubSpot.GetAsync($"/crm/v3/objects/tasks/{id}?archived=true");
        Assert.NotNull(found.Text("archivedAt"));
        Assert.Equal([id], (await hubSpot.GetAsync("/crm/v3/objects/tasks?archived=true")).Body.Ids());
    }

    [Fact]
    public async Task Unknown_types_and_broken_JSON_are_400()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        Assert.Equal("Unable to infer object type from: nonsense", (await hubSpot.GetAsync("/crm/v3/objects/nonsense")).Body.Text("message"));
        using var broken = await hubSpot.RawAsync(HttpMethod.Post, "/crm/v3/objects/tasks", new StringContent("{\"properties\":", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }
}
