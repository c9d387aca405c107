using System.Net;
using System.Text.Json;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

/// <summary>What the sandbox once let pass and HubSpot, or its own client library, does not.</summary>
public sealed class HubSpotStrictnessTests
{
    private const string Tasks = "/crm/v3/objects/tasks";
    private static readonly object Due = new { hs_timestamp = "2026-11-25T10:00:00Z" };

    [Theory]
    [InlineData("update")]
    [InlineData("upsert")]
    [InlineData("archive")]
    public async Task A_record_stands_in_a_batch_once(string call)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync("Kept", ("next_step_code", "step"));
        var input = new { id = call == "upsert" ? "step" : id, idProperty = call == "upsert" ? "next_step_code" : "hs_object_id", properties = new { hs_task_subject = "x" } };
        var (status, refused) = await hubSpot.PostAsync($"{Tasks}/batch/{call}", new { inputs = new[] { input, input } });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("Duplicate IDs found in batch input", refused.Text("message"));
        Assert.Equal("Kept", (await hubSpot.GetAsync($"{Tasks}/{id}?properties=hs_task_subject")).Body.Text("properties", "hs_task_subject"));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("update")]
    [InlineData("archive")]
    public async Task An_input_without_an_id_is_refused(string call)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync($"{Tasks}/batch/{call}", new { inputs = new[] { new { properties = Due } } })).Status);
    }

    [Fact]
    public async Task A_trace_id_names_one_input()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var before = (await hubSpot.GetAsync("/__sandbox/ledger")).Body.GetArrayLength();
        var input = new { properties = Due, objectWriteTraceId = "same" };
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync($"{Tasks}/batch/create", new { inputs = new[] { input, input } })).Status);
        Assert.Equal(before, (await hubSpot.GetAsync("/__sandbox/ledger")).Body.GetArrayLength());
    }

    [Fact]
    public async Task An_association_on_create_needs_its_category()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var contact = await hubSpot.FirstAsync("contacts");
        object Task(string? category) => new { properties = Due, associations = new[] { new { to = new { id = contact }, types = new[] { new { associationCategory = category, associationTypeId = 204 } } } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync(Tasks, Task("USER_DEFINED"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync(Tasks, Task(null))).Status);
        Assert.Equal(HttpStatusCode.Created, (await hubSpot.PostAsync(Tasks, Task("HUBSPOT_DEFINED"))).Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"properties\":{}}")]
    [InlineData("{\"properties\":[]}")]
    [InlineData("{\"properties\":{\"hs_task_body\":null}}")]
    [InlineData("{\"properties\":{\"hs_task_body\":{\"html\":\"x\"}}}")]
    public async Task An_update_says_what_to_write(string body)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (status, refused) = await hubSpot.PatchAsync($"{Tasks}/{await hubSpot.NewTaskAsync()}", JsonDocument.Parse(body).RootElement);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("VALIDATION_ERROR", refused.Text("category"));
    }

    [Fact]
    public async Task A_create_without_properties_is_refused_for_every_kind()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync("/crm/v3/objects/contacts", new { })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync("/crm/v3/objects/contacts", null)).Status);
    }

    [Fact]
    public async Task Associations_are_asked_for_by_kinds_that_exist()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync();
        foreach (var path in new[] { Tasks, $"{Tasks}/{id}" })
        {
            var (status, refused) = await hubSpot.GetAsync($"{path}?associations=contacts,nonsense");
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Equal("Unable to infer object type from: nonsense", refused.Text("message"));
        }
    }

    [Fact]
    public async Task A_batch_is_read_by_an_id_that_is_unique()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        object Asked(string property) => new { inputs = new[] { new { id = "x" } }, idProperty = property };
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync($"{Tasks}/batch/read", Asked("hs_task_subject"))).Status);
        Assert.Equal((HttpStatusCode)207, (await hubSpot.PostAsync($"{Tasks}/batch/read", Asked("next_step_code"))).Status);
    }

    [Fact]
    public async Task A_body_that_is_not_called_JSON_is_not_read()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        using var refused = await hubSpot.RawAsync(HttpMethod.Post, $"{Tasks}/search", new StringContent("{}"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
    }

    [Fact]
    public async Task A_default_batch_answers_200_and_names_what_it_could_not_do()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (task, contact) = (await hubSpot.NewTaskAsync(), await hubSpot.FirstAsync("contacts"));
        var inputs = new[] { contact, "1" }.Select(id => new { from = new { id = task }, to = new { id } });
        var (status, answer) = await hubSpot.PostAsync("/crm/v4/associations/tasks/contacts/batch/associate/default", new { inputs });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("1", answer.Text("numErrors"));
        Assert.Equal(2, answer.GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("batch/create")]
    [InlineData("batch/associate/default")]
    public async Task A_pair_has_two_ends(string call)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var inputs = new[] { new { to = new { id = "1" }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 204 } } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync($"/crm/v4/associations/tasks/contacts/{call}", new { inputs })).Status);
    }

    [Theory]
    [InlineData("hs_timestamp", "9999-12-31T23:59:59Z", "INVALID_DATE")]
    [InlineData("hs_timestamp", "253402300799999", "INVALID_DATE")]
    [InlineData("hs_queue_membership_ids", "12;queue", "INVALID_OPTION")]
    public async Task A_value_is_refused_in_each_of_its_forms(string property, string value, string code)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (status, refused) = await hubSpot.PatchAsync($"{Tasks}/{await hubSpot.NewTaskAsync()}", new { properties = new Dictionary<string, string> { [property] = value } });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, refused.Text("errors", "0", "code"));
    }

    [Fact]
    public async Task Stages_and_properties_are_read_one_by_one_and_by_the_batch()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        const string stages = "/crm/v3/pipelines/tasks/3d314325-1b2a-4225-9388-375f49c57ec3/stages";
        Assert.Equal("Cancelled", (await hubSpot.GetAsync($"{stages}/6049725638")).Body.Text("label"));
        Assert.Equal(HttpStatusCode.NotFound, (await hubSpot.GetAsync($"{stages}/1")).Status);
        var (status, read) = await hubSpot.PostAsync("/crm/v3/properties/tasks/batch/read", new { inputs = new[] { new { name = "hs_task_type" }, new { name = "no_such" } } });
        Assert.Equal((HttpStatusCode)207, status);
        Assert.Equal("hs_task_type", read.Text("results", "0", "name"));
        Assert.Equal("no_such", read.Text("errors", "0", "context", "name", "0"));
    }

    [Fact]
    public async Task A_queue_has_no_user_and_a_departed_owner_only_a_former_one()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var queue = (await hubSpot.GetAsync("/crm/v3/owners/60188210")).Body;
        Assert.Equal("QUEUE", queue.Text("type"));
        Assert.False(queue.Has("userId") || queue.Has("userIdIncludingInactive"));
        var gone = (await hubSpot.GetAsync("/crm/v3/owners/60188209?archived=true")).Body;
        Assert.Null(gone.Text("userId"));
        Assert.Equal("9001009", gone.Text("userIdIncludingInactive"));
    }
}
