using System.Net;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

public sealed class HubSpotBatchTests
{
    [Fact]
    public async Task Missing_ids_of_a_batch_read_share_one_error_of_a_207()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.FirstAsync("tasks");
        var (status, answer) = await hubSpot.PostAsync("/crm/v3/objects/tasks/batch/read", new { inputs = new object[] { new { id }, new { id = "1" }, new { id = "2" } }, properties = new[] { "hs_task_subject" } });
        Assert.Equal((HttpStatusCode)207, status);
        Assert.Equal([id], answer.Ids());
        Assert.Equal("OBJECT_NOT_FOUND", answer.Text("errors", "0", "category"));
        Assert.Equal("""["1","2"]""", answer.Text("errors", "0", "context", "ids"));
    }

    [Fact]
    public async Task One_bad_input_without_trace_ids_refuses_the_whole_batch()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var inputs = new object[] { new { properties = new { hs_timestamp = 1764000000000, hs_task_subject = "good" } }, new { properties = new { hs_task_subject = "bad" } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync("/crm/v3/objects/tasks/batch/create", new { inputs })).Status);
        Assert.DoesNotContain("create", (await hubSpot.GetAsync("/__sandbox/ledger")).Body.EnumerateArray().Select(effect => effect.Text("kind")));
    }

    [Fact]
    public async Task With_distinct_trace_ids_the_good_inputs_go_through()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var inputs = new object[]
        {
            new { objectWriteTraceId = "a", properties = new { hs_timestamp = 1764000000000, hs_task_subject = "good" } },
            new { objectWriteTraceId = "b", properties = new { hs_task_subject = "bad" } },
        };
        var (status, answer) = await hubSpot.PostAsync("/crm/v3/objects/tasks/batch/create", new { inputs });
        Assert.Equal((HttpStatusCode)207, status);
        Assert.Equal("a", answer.Text("results", "0", "objectWriteTraceId"));
        Assert.Equal("b", answer.Text("errors", "0", "context", "objectWriteTraceId", "0"));
    }

    [Fact]
    public async Task A_batch_update_changes_all_and_names_unknown_ids()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var ids = new[] { await hubSpot.NewTaskAsync(), await hubSpot.NewTaskAsync() };
        var inputs = ids.Append("7").Select(id => new { id, properties = new { hs_task_status = "COMPLETED" } });
        var (status, answer) = await hubSpot.PostAsync("/crm/objects/2026-03/0-27/batch/update", new { inputs });
        Assert.Equal((HttpStatusCode)207, status);
        Assert.Equal(ids, answer.Ids());
        Assert.All(answer.GetProperty("results").EnumerateArray(), task => Assert.Equal("COMPLETED", task.Text("properties", "hs_task_status")));
    }

    [Fact]
    public async Task Upsert_needs_a_unique_property_and_tells_new_from_known()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        object Inputs(string property) => new { inputs = new[] { new { id = "new@client.example", idProperty = property, properties = new { firstname = "Nia" } } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync("/crm/v3/objects/contacts/batch/upsert", Inputs("city"))).Status);
        Assert.Equal("True", (await hubSpot.PostAsync("/crm/v3/objects/contacts/batch/upsert", Inputs("email"))).Body.Text("results", "0", "new"));
        Assert.Equal("False", (await hubSpot.PostAsync("/crm/v3/objects/contacts/batch/upsert", Inputs("email"))).Body.Text("results", "0", "new"));
        Assert.Equal("Nia", (await hubSpot.GetAsync("/crm/v3/objects/contacts/new@client.example?idProperty=email")).Body.Text("properties", "firstname"));
    }

    [Fact]
    public async Task Batches_hold_one_to_a_hundred_inputs()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        foreach (var count in new[] { 0, 101 })
        {
            var inputs = Enumerable.Range(1, count).Select(id => new { id = $"{id}" });
            Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync("/crm/v3/objects/tasks/batch/read", new { inputs })).Status);
        }
    }

    [Fact]
    public async Task A_batch_archive_answers_204_whatever_was_there()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var id = await hubSpot.NewTaskAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await hubSpot.PostAsync("/crm/v3/objects/tasks/batch/archive", new { inputs = new[] { new { id }, new { id = "9" } } })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hubSpot.GetAsync($"/crm/v3/objects/tasks/{id}")).Status);
    }
}
