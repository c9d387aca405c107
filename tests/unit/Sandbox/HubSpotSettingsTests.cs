using System.Net;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

public sealed class HubSpotSettingsTests
{
    [Fact]
    public async Task Owners_come_active_archived_by_mail_and_by_user()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var active = (await hubSpot.GetAsync("/crm/v3/owners?limit=500")).Body.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(8, active.Count(owner => owner.Text("type") == "PERSON"));
        Assert.False(Assert.Single(active, owner => owner.Text("type") == "QUEUE").Has("email"));
        var archived = Assert.Single((await hubSpot.GetAsync("/crm/v3/owners?archived=true")).Body.GetProperty("results").EnumerateArray());
        Assert.Null(archived.Text("userId"));
        Assert.NotNull(archived.Text("userIdIncludingInactive"));
        var aiko = (await hubSpot.GetAsync("/crm/owners/2026-03?email=aiko.tanaka@northwind.example")).Body.GetProperty("results")[0];
        Assert.Equal(aiko.Text("id"), (await hubSpot.GetAsync($"/crm/v3/owners/{aiko.Text("userId")}?idProperty=userId")).Body.Text("id"));
        var first = (await hubSpot.GetAsync("/crm/v3/owners?limit=4")).Body;
        Assert.Equal(5, (await hubSpot.GetAsync($"/crm/v3/owners?after={first.Text("paging", "next", "after")}")).Body.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task The_status_options_and_the_stages_of_the_tasks_pipeline_tell_the_same_story()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (_, status) = await hubSpot.GetAsync("/crm/v3/properties/tasks/hs_task_status");
        var pipeline = (await hubSpot.GetAsync("/crm/v3/pipelines/tasks")).Body.GetProperty("results")[0];
        Assert.Equal("3d314325-1b2a-4225-9388-375f49c57ec3", pipeline.Text("id"));
        Assert.Equal(status.GetProperty("options").EnumerateArray().Select(option => option.Text("label")), pipeline.GetProperty("stages").EnumerateArray().Select(stage => stage.Text("label")));
        var closed = pipeline.GetProperty("stages").EnumerateArray().Where(stage => stage.Text("metadata", "isClosed") == "true").Select(stage => stage.Text("label"));
        Assert.Equal(["Completed", "Cancelled"], closed);
    }

    [Fact]
    public async Task Properties_tell_what_can_be_written()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var all = (await hubSpot.GetAsync("/crm/properties/2026-03/0-27")).Body.GetProperty("results").EnumerateArray().ToDictionary(property => property.Text("name")!);
        Assert.Equal("False", all["hs_task_subject"].Text("modificationMetadata", "readOnlyValue"));
        Assert.Equal("True", all["hs_task_completion_date"].Text("modificationMetadata", "readOnlyValue"));
        Assert.Equal("OWNER", all["hubspot_owner_id"].Text("referencedObjectType"));
        Assert.True(all.Count > 90);
        Assert.Equal(HttpStatusCode.NotFound, (await hubSpot.GetAsync("/crm/v3/properties/tasks/nothing")).Status);
    }

    [Fact]
    public async Task A_property_of_ones_own_can_be_defined_and_written()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var definition = new { name = "effort", label = "Effort", type = "number", fieldType = "number", groupName = "task" };
        Assert.Equal(HttpStatusCode.Created, (await hubSpot.PostAsync("/crm/v3/properties/tasks", definition)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await hubSpot.PostAsync("/crm/v3/properties/tasks", definition)).Status);
        var id = await hubSpot.FirstAsync("tasks");
        Assert.Equal("3", (await hubSpot.PatchAsync($"/crm/v3/objects/tasks/{id}", new { properties = new { effort = 3 } })).Body.Text("properties", "effort"));
    }

    [Fact]
    public async Task The_custom_object_answers_by_id_by_full_name_and_in_the_schemas()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (_, schemas) = await hubSpot.GetAsync("/crm/v3/schemas");
        Assert.Equal("2-7001", schemas.Text("results", "0", "objectTypeId"));
        Assert.Equal("site_name", schemas.Text("results", "0", "primaryDisplayProperty"));
        Assert.Equal((await hubSpot.GetAsync("/crm/v3/objects/2-7001?limit=12")).Body.Ids(), (await hubSpot.GetAsync("/crm/v3/objects/p424242_site?limit=12")).Body.Ids());
        Assert.Contains("7101", (await hubSpot.GetAsync("/crm/v4/associations/0-27/2-7001/labels")).Body.ToString());
    }

    [Fact]
    public async Task Account_details_name_the_configured_screens()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync(options => options with { UiDomain = "screens.example" });
        var (_, details) = await hubSpot.GetAsync("/account-info/2026-03/details");
        Assert.Equal("screens.example", details.Text("uiDomain"));
        Assert.Equal("STANDARD", details.Text("accountType"));
        var id = await hubSpot.NewTaskAsync("<b>Shown raw</b>");
        Assert.StartsWith("https://screens.example/contacts/424242/record/0-27/", (await hubSpot.GetAsync($"/crm/v3/objects/tasks/{id}")).Body.Text("url"));
        Assert.Contains("&lt;b&gt;Shown raw", await hubSpot.TextAsync($"/contacts/424242/record/0-27/{id}"));
        Assert.Contains("Shown raw", await hubSpot.TextAsync($"/tasks/424242/view/all/task/{id}"));
    }
}
