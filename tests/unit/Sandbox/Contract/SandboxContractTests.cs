using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.UnitTests.Architecture;
using Dashboard.UnitTests.Sandbox;
using Xunit;

namespace Dashboard.UnitTests.Sandbox.Contract;

/// <summary>Every operation of the tasks page, asked as the documents say, is answered as they say.</summary>
public sealed class SandboxContractTests
{
    private readonly List<Exchange> seen = [];

    [Theory]
    [InlineData("/crm/v3/objects", "/crm/v4/objects", "/crm/v4/associations")]
    [InlineData("/crm/objects/2026-03", "/crm/objects/2026-03", "/crm/associations/2026-03")]
    public async Task Tasks_and_their_associations_are_answered_as_documented(string objects, string pairs, string batches)
    {
        Assert.SkipWhen(Digests.Folder is null, Digests.Absent);
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var contact = await hubSpot.FirstAsync("contacts");
        var id = await TasksAsync(hubSpot, $"{objects}/tasks", contact);
        await PinAsync(hubSpot, objects, id, contact);
        await AssociationsAsync(hubSpot, objects, pairs, batches, id, contact);
        await CallAsync(hubSpot, "POST", $"{objects}/tasks/batch/archive", new { inputs = new[] { new { id } } });
        await CallAsync(hubSpot, "GET", $"{objects}/tasks?archived=true&limit=100");
        await CallAsync(hubSpot, "GET", $"{objects}/tasks/{id}");
        Rule.Holds(Digests.Read().Breaches(seen));
    }

    [Theory]
    [InlineData("/crm/v3/{0}", "/crm-object-schemas/v3", "/account-info/v3")]
    [InlineData("/crm/{0}/2026-03", "/crm-object-schemas/2026-03", "/account-info/2026-03")]
    public async Task Settings_of_the_account_are_answered_as_documented(string crm, string schemas, string account)
    {
        Assert.SkipWhen(Digests.Folder is null, Digests.Absent);
        await using var hubSpot = await HubSpotCaller.StartAsync();
        string Crm(string resource) => crm.Replace("{0}", resource, StringComparison.Ordinal);
        const string pipeline = "/tasks/3d314325-1b2a-4225-9388-375f49c57ec3";
        string[] paths =
        [
            $"{Crm("owners")}?limit=3", $"{Crm("owners")}?archived=true", $"{Crm("owners")}/60188201", $"{Crm("owners")}/1",
            $"{Crm("properties")}/tasks", $"{Crm("properties")}/0-27/hs_task_status", $"{Crm("properties")}/contacts",
            $"{Crm("pipelines")}/tasks", $"{Crm("pipelines")}/deals", Crm("pipelines") + pipeline, $"{Crm("pipelines")}{pipeline}/stages", $"{Crm("pipelines")}{pipeline}/stages/6049725638",
            $"{schemas}/schemas", $"{schemas}/schemas/2-7001", $"{account}/details",
        ];
        foreach (var path in paths)
        {
            await CallAsync(hubSpot, "GET", path);
        }

        await CallAsync(hubSpot, "POST", $"{Crm("properties")}/tasks/batch/read", new { archived = false, dataSensitivity = "non_sensitive", inputs = new[] { new { name = "hs_task_type" } } });
        Rule.Holds(Digests.Read().Breaches(seen));
    }

    [Fact]
    public async Task Series_of_tasks_are_answered_as_documented()
    {
        Assert.SkipWhen(Digests.Folder is null, Digests.Absent);
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (path, id) = ("/crm/task-series/2026-09-beta", await hubSpot.NewTaskAsync());
        var series = new { repeatInterval = "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR", repeatStatus = "ACTIVE", startsAt = "2026-11-25T10:00:00Z" };
        await CallAsync(hubSpot, "POST", path, new { taskId = long.Parse(id), properties = new { hs_task_subject = "Round" }, series });
        await CallAsync(hubSpot, "GET", $"{path}/{id}?properties=hs_task_subject,hs_task_body");
        await CallAsync(hubSpot, "PATCH", $"{path}/{id}", new { series });
        await CallAsync(hubSpot, "DELETE", $"{path}/{id}");
        await CallAsync(hubSpot, "GET", $"{path}/{id}");
        await CallAsync(hubSpot, "POST", path, new { taskId = long.Parse(id), properties = new { }, series = new { repeatInterval = "daily" } });
        Assert.Equal([200, 200, 200, 204, 404, 400], seen.Select(call => call.Status));
        Rule.Holds(Digests.Read().Breaches(seen));
    }

    [Fact]
    public async Task Refusals_are_answered_as_documented()
    {
        Assert.SkipWhen(Digests.Folder is null, Digests.Absent);
        await using var hubSpot = await HubSpotCaller.StartAsync(usual => usual with { RateLimits = true, CallsPerTenSeconds = 3 });
        await CallAsync(hubSpot, "POST", "/crm/v3/objects/tasks", new { properties = new { hs_task_subject = "x", no_such = "y" } });
        await CallAsync(hubSpot, "GET", "/crm/v3/objects/tasks?limit=1000");
        await hubSpot.ConnectAsync("oauth");
        await CallAsync(hubSpot, "GET", "/crm/v3/objects/tasks");
        await CallAsync(hubSpot, "GET", "/crm/v3/objects/tasks");
        hubSpot.UseToken("stranger");
        await CallAsync(hubSpot, "GET", "/crm/v3/objects/tasks");
        Assert.Equal([400, 400, 403, 429, 401], seen.Select(call => call.Status));
        Rule.Holds(Digests.Read().Breaches(seen));
    }

    private async Task<string> TasksAsync(HubSpotCaller hubSpot, string tasks, string contact)
    {
        object[] links = [new { to = new { id = contact }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 204 } } }];
        object Input(string status, string trace) => new { properties = new { hs_timestamp = "2026-11-25T10:00:00Z", hs_task_status = status }, associations = links, objectWriteTraceId = trace };
        var made = await CallAsync(hubSpot, "POST", tasks, new { properties = new { hs_timestamp = "2026-11-25T10:00:00Z" }, associations = links });
        var id = made.Text("id")!;
        await CallAsync(hubSpot, "GET", $"{tasks}?limit=5&properties=hs_task_subject,hs_task_body&associations=contacts,companies&archived=false");
        await CallAsync(hubSpot, "GET", $"{tasks}/{id}?propertiesWithHistory=hs_task_status&associations=contacts");
        await CallAsync(hubSpot, "PATCH", $"{tasks}/{id}", new { properties = new { hs_task_status = "COMPLETED", hs_task_body = "" } });
        await CallAsync(hubSpot, "POST", $"{tasks}/batch/create", new { inputs = new[] { Input("WAITING", "a"), Input("nonsense", "b") } });
        await CallAsync(hubSpot, "POST", $"{tasks}/batch/create", new { inputs = new[] { Input("WAITING", "c") } });
        await CallAsync(hubSpot, "POST", $"{tasks}/batch/read", new { inputs = new[] { new { id }, new { id = "1" } }, properties = new[] { "hs_task_subject" }, propertiesWithHistory = Array.Empty<string>() });
        await CallAsync(hubSpot, "POST", $"{tasks}/batch/update", new { inputs = new[] { new { id, properties = new { hs_task_subject = "x" }, objectWriteTraceId = "a" } } });
        await CallAsync(hubSpot, "POST", $"{tasks}/batch/upsert", new { inputs = new[] { new { id = "step", idProperty = "next_step_code", properties = new { hs_timestamp = "2026-11-25T10:00:00Z" } } } });
        var filters = new[] { new { propertyName = "hs_task_status", @operator = "IN", values = new[] { "WAITING", "COMPLETED" } } };
        await CallAsync(hubSpot, "POST", $"{tasks}/search", new { filterGroups = new[] { new { filters } }, sorts = new[] { new { propertyName = "hs_timestamp", direction = "DESCENDING" } }, properties = new[] { "hs_task_subject" }, limit = 2, after = "0" });
        return id;
    }

    private async Task PinAsync(HubSpotCaller hubSpot, string objects, string id, string contact)
    {
        await CallAsync(hubSpot, "PATCH", $"{objects}/contacts/{contact}", new { properties = new { hs_pinned_engagement_id = id } });
        await CallAsync(hubSpot, "PATCH", $"{objects}/contacts/{contact}", new { properties = new { hs_pinned_engagement_id = "1" } });
    }

    private async Task AssociationsAsync(HubSpotCaller hubSpot, string objects, string pairs, string batches, string id, string contact)
    {
        var types = new[] { new { associationCategory = "USER_DEFINED", associationTypeId = 301 } };
        object[] inputs = [new { from = new { id }, to = new { id = contact }, types }];
        await CallAsync(hubSpot, "PUT", $"{pairs}/tasks/{id}/associations/default/contacts/{contact}");
        await CallAsync(hubSpot, "PUT", $"{pairs}/tasks/{id}/associations/contacts/{contact}", types);
        await CallAsync(hubSpot, "GET", $"{pairs}/tasks/{id}/associations/contacts?limit=10");
        await CallAsync(hubSpot, "GET", $"{batches}/tasks/contacts/labels");
        await CallAsync(hubSpot, "POST", $"{batches}/tasks/contacts/batch/read", new { inputs = new[] { new { id }, new { id = "1" } } });
        await CallAsync(hubSpot, "POST", $"{batches}/tasks/contacts/batch/create", new { inputs });
        await CallAsync(hubSpot, "POST", $"{batches}/tasks/contacts/batch/labels/archive", new { inputs });
        await CallAsync(hubSpot, "POST", $"{batches}/tasks/contacts/batch/associate/default", new { inputs = new object[] { new { from = new { id }, to = new { id = contact } }, new { from = new { id }, to = new { id = "1" } } } });
        await CallAsync(hubSpot, "POST", $"{batches}/tasks/contacts/batch/archive", new { inputs = new[] { new { from = new { id }, to = new[] { new { id = contact } } } } });
        await CallAsync(hubSpot, "PUT", $"{objects}/tasks/{id}/associations/contacts/{contact}/204");
        await CallAsync(hubSpot, "DELETE", $"{objects}/tasks/{id}/associations/contacts/{contact}/204");
        await CallAsync(hubSpot, "DELETE", $"{pairs}/tasks/{id}/associations/contacts/{contact}");
    }

    private async Task<JsonElement> CallAsync(HubSpotCaller hubSpot, string method, string path, object? body = null)
    {
        using var answer = await hubSpot.RawAsync(new HttpMethod(method), path, body is null ? null : JsonContent.Create(body));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var parts = path.Split('?', 2);
        seen.Add(new Exchange(method, parts[0], parts.Length > 1 ? $"?{parts[1]}" : "", body is null ? "" : JsonSerializer.Serialize(body, JsonSerializerOptions.Web), (int)answer.StatusCode, text));
        return text.Length > 0 ? JsonDocument.Parse(text).RootElement : default;
    }
}
