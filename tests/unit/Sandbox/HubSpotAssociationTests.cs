using System.Net;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

public sealed class HubSpotAssociationTests
{
    [Fact]
    public async Task All_three_generations_show_the_same_association_from_both_sides()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (task, contact) = (await hubSpot.NewTaskAsync(), await hubSpot.FirstAsync("contacts"));
        var (status, shown) = await hubSpot.PutAsync($"/crm/v3/objects/tasks/{task}/associations/contacts/{contact}/task_to_contact");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(contact, shown.Text("associations", "contacts", "results", "0", "id"));
        Assert.Equal("task_to_contact", (await hubSpot.GetAsync($"/crm/v3/objects/tasks/{task}?associations=contact,company")).Body.Text("associations", "contacts", "results", "0", "type"));
        Assert.Equal([contact], (await hubSpot.GetAsync($"/crm/v3/objects/tasks/{task}/associations/contacts")).Body.Ids());
        var (_, v4) = await hubSpot.GetAsync($"/crm/v4/objects/0-27/{task}/associations/0-1");
        Assert.Equal(contact, v4.Text("results", "0", "toObjectId"));
        Assert.Equal("204", v4.Text("results", "0", "associationTypes", "0", "typeId"));
        Assert.Null(v4.Text("results", "0", "associationTypes", "0", "label"));
        Assert.Equal(System.Text.Json.JsonValueKind.Number, v4.GetProperty("results")[0].GetProperty("toObjectId").ValueKind);
        var (_, dated) = await hubSpot.GetAsync($"/crm/objects/2026-03/0-27/{task}/associations/0-1");
        Assert.Equal(System.Text.Json.JsonValueKind.String, dated.GetProperty("results")[0].GetProperty("toObjectId").ValueKind);
        var (_, back) = await hubSpot.PostAsync("/crm/associations/2026-03/contacts/tasks/batch/read", new { inputs = new[] { new { id = contact } } });
        Assert.Contains(back.GetProperty("results")[0].GetProperty("to").EnumerateArray(), to => to.Text("toObjectId") == task && to.Text("associationTypes", "0", "typeId") == "203");
    }

    [Fact]
    public async Task A_create_may_bring_associations_and_one_to_nothing_is_refused()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var deal = await hubSpot.FirstAsync("deals");
        object Task(object id) => new
        {
            properties = new { hs_timestamp = 1764000000000 },
            associations = new[] { new { to = new { id }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 216 } } } },
        };
        var (status, made) = await hubSpot.PostAsync("/crm/v3/objects/tasks", Task(long.Parse(deal)));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(deal, (await hubSpot.GetAsync($"/crm/v3/objects/0-27/{made.Text("id")}?associations=deals")).Body.Text("associations", "deals", "results", "0", "id"));
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync("/crm/v3/objects/tasks", Task("12345"))).Status);
    }

    [Fact]
    public async Task Sending_labels_replaces_the_present_ones_and_removing_the_plain_type_removes_all()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (task, contact) = (await hubSpot.NewTaskAsync(), await hubSpot.FirstAsync("contacts"));
        var pair = $"/crm/v4/objects/tasks/{task}/associations/contacts/{contact}";
        var (status, made) = await hubSpot.PutAsync(pair, new[] { new { associationCategory = "USER_DEFINED", associationTypeId = 301 } });
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("Decision maker", made.Text("labels", "0"));
        Assert.Equal(2, await TypesAsync());
        await hubSpot.PutAsync(pair, new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 204 } });
        Assert.Equal(1, await TypesAsync());
        await hubSpot.PutAsync(pair, new[] { new { associationCategory = "USER_DEFINED", associationTypeId = 301 } });
        Assert.Equal(HttpStatusCode.NoContent, (await hubSpot.DeleteAsync($"/crm/v3/objects/tasks/{task}/associations/contacts/{contact}/204")).Status);
        Assert.Empty((await hubSpot.GetAsync($"/crm/v4/objects/tasks/{task}/associations/contacts")).Body.GetProperty("results").EnumerateArray());

        async Task<int> TypesAsync() => (await hubSpot.GetAsync($"/crm/v4/objects/tasks/{task}/associations/contacts")).Body.GetProperty("results")[0].GetProperty("associationTypes").GetArrayLength();
    }

    [Fact]
    public async Task Batches_read_create_and_archive_pairs()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (one, two, company) = (await hubSpot.NewTaskAsync(), await hubSpot.NewTaskAsync(), await hubSpot.FirstAsync("companies"));
        var (created, _) = await hubSpot.PostAsync("/crm/v4/associations/tasks/companies/batch/create", new
        {
            inputs = new[] { new { from = new { id = one }, to = new { id = company }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 192 } } } },
        });
        Assert.Equal(HttpStatusCode.Created, created);
        var (status, read) = await hubSpot.PostAsync("/crm/v4/associations/0-27/0-2/batch/read", new { inputs = new[] { new { id = one }, new { id = two } } });
        Assert.Equal((HttpStatusCode)207, status);
        Assert.Equal(one, Assert.Single(read.GetProperty("results").EnumerateArray()).Text("from", "id"));
        Assert.Equal(two, read.Text("errors", "0", "context", "fromObjectId", "0"));
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.PostAsync("/crm/v4/associations/tasks/companies/batch/associate/default", new { inputs = new[] { new { from = new { id = two }, to = new { id = company } } } })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await hubSpot.PostAsync("/crm/v4/associations/tasks/companies/batch/archive", new { inputs = new[] { new { from = new { id = one }, to = new[] { new { id = company } } } } })).Status);
        var (after, left) = await hubSpot.PostAsync("/crm/v4/associations/tasks/companies/batch/read", new { inputs = new[] { new { id = one }, new { id = two } } });
        Assert.Equal((HttpStatusCode)207, after);
        Assert.Equal(two, left.Text("results", "0", "from", "id"));
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PostAsync("/crm/v4/associations/tasks/companies/batch/read", new { inputs = Enumerable.Range(1, 1001).Select(id => new { id }) })).Status);
    }

    [Fact]
    public async Task A_deleted_record_leaves_the_associations_of_the_others()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (task, contact) = (await hubSpot.NewTaskAsync(), await hubSpot.FirstAsync("contacts"));
        await hubSpot.PutAsync($"/crm/v4/objects/tasks/{task}/associations/default/contacts/{contact}");
        await hubSpot.DeleteAsync($"/crm/v3/objects/contacts/{contact}");
        Assert.False((await hubSpot.GetAsync($"/crm/v3/objects/tasks/{task}?associations=contacts")).Body.Has("associations"));
    }

    [Fact]
    public async Task Only_an_associated_task_can_be_pinned_and_the_pin_goes_with_the_association()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (task, contact) = (await hubSpot.NewTaskAsync(), await hubSpot.FirstAsync("contacts"));
        var path = $"/crm/v3/objects/contacts/{contact}";
        object pin = new { properties = new { hs_pinned_engagement_id = long.Parse(task) } };
        Assert.Equal(HttpStatusCode.BadRequest, (await hubSpot.PatchAsync(path, pin)).Status);
        await hubSpot.PutAsync($"/crm/v4/objects/tasks/{task}/associations/default/contacts/{contact}");
        Assert.Equal(task, (await hubSpot.PatchAsync(path, pin)).Body.Text("properties", "hs_pinned_engagement_id"));
        await hubSpot.DeleteAsync($"/crm/v4/objects/contacts/{contact}/associations/tasks/{task}");
        Assert.Null(await PinAsync());
        await hubSpot.PutAsync($"/crm/v4/objects/tasks/{task}/associations/default/contacts/{contact}");
        await hubSpot.PatchAsync(path, pin);
        await hubSpot.PatchAsync(path, new { properties = new { hs_pinned_engagement_id = "" } });
        Assert.Null(await PinAsync());
        await hubSpot.PatchAsync(path, pin);
        await hubSpot.DeleteAsync($"/crm/v3/objects/tasks/{task}");
        Assert.Null(await PinAsync());

        async Task<string?> PinAsync() => (await hubSpot.GetAsync($"{path}?properties=hs_pinned_engagement_id")).Body.Text("properties", "hs_pinned_engagement_id");
    }

    [Fact]
    public async Task Labels_can_be_listed_made_and_removed_with_their_associations()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (task, deal) = (await hubSpot.NewTaskAsync(), await hubSpot.FirstAsync("deals"));
        var (_, made) = await hubSpot.PostAsync("/crm/v4/associations/tasks/deals/labels", new { name = "blocker", label = "Blocks" });
        var id = int.Parse(made.Text("results", "0", "typeId")!);
        await hubSpot.PutAsync($"/crm/v4/objects/tasks/{task}/associations/deals/{deal}", new[] { new { associationCategory = "USER_DEFINED", associationTypeId = id } });
        Assert.Equal(2, (await hubSpot.GetAsync("/crm/v4/associations/tasks/deals/labels")).Body.GetProperty("results").GetArrayLength());
        Assert.Equal(HttpStatusCode.NoContent, (await hubSpot.DeleteAsync($"/crm/v4/associations/tasks/deals/labels/{id}")).Status);
        var (_, left) = await hubSpot.GetAsync($"/crm/v4/objects/tasks/{task}/associations/deals");
        Assert.Equal(1, left.GetProperty("results")[0].GetProperty("associationTypes").GetArrayLength());
    }
}
