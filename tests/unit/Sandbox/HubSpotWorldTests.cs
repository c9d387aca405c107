using System.Net;
using Dashboard.Sandbox;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

public sealed class HubSpotWorldTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_world_and_another_seed_another()
    {
        var noon = new FixedTime();
        await using var one = await HubSpotCaller.StartAsync(options => options with { Time = noon });
        await using var two = await HubSpotCaller.StartAsync(options => options with { Time = noon });
        await using var three = await HubSpotCaller.StartAsync(options => options with { Time = noon, Seed = 2 });
        const string path = "/crm/v3/objects/tasks?limit=100&properties=hs_task_subject,hs_task_body,hs_timestamp&associations=contacts,deals";
        var first = (await one.GetAsync(path)).Body.GetProperty("results").ToString();
        Assert.Equal(first, (await two.GetAsync(path)).Body.GetProperty("results").ToString());
        Assert.NotEqual(first, (await three.GetAsync(path)).Body.GetProperty("results").ToString());
    }

    [Fact]
    public async Task The_demo_world_holds_what_a_screen_must_survive()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync(options => options with { Tasks = 1200 });
        var tasks = new List<System.Text.Json.JsonElement>();
        for (var next = "/crm/v3/objects/tasks?limit=100&properties=hs_task_status,hs_task_type,hs_task_priority,hubspot_owner_id,hs_task_body,hs_task_subject"; next is not null;)
        {
            var (_, page) = await hubSpot.GetAsync(next);
            tasks.AddRange(page.GetProperty("results").EnumerateArray().Select(task => task.GetProperty("properties")));
            next = page.Has("paging") ? page.Text("paging", "next", "link") : null;
        }

        Assert.Equal(1200, tasks.Count);
        foreach (var status in new[] { "NOT_STARTED", "IN_PROGRESS", "WAITING", "COMPLETED", "DEFERRED", "CANCELLED", "BLOCKED_LEGACY" })
        {
            Assert.Contains(tasks, task => task.Text("hs_task_status") == status);
        }

        Assert.Contains(tasks, task => task.Text("hs_task_type") == "POSTAL_MAIL");
        Assert.Contains(tasks, task => task.Text("hubspot_owner_id") is null);
        Assert.Contains(tasks, task => task.Text("hubspot_owner_id") == "60188209");
        Assert.Contains(tasks, task => task.Text("hs_task_body")?.Contains("<script>") == true);
        Assert.Contains(tasks, task => task.Text("hs_task_subject")!.Any(letter => letter is >= 'א' and <= 'ת'));
        Assert.Equal("300", (await hubSpot.PostAsync("/crm/v3/objects/contacts/search", new { })).Body.Text("total"));
        Assert.Equal("80", (await hubSpot.PostAsync("/crm/v3/objects/companies/search", new { })).Body.Text("total"));
        Assert.Equal("150", (await hubSpot.PostAsync("/crm/v3/objects/deals/search", new { })).Body.Text("total"));
    }

    [Fact]
    public async Task A_killed_sandbox_comes_back_with_every_effect_it_told_of()
    {
        var file = Path.Combine(Path.GetTempPath(), $"world-{Guid.NewGuid():N}.jsonl");
        var copy = file + ".copy";
        try
        {
            await using var before = await HubSpotCaller.StartAsync(options => options with { WorldFile = file });
            var id = await before.NewTaskAsync("survives");
            await before.PutAsync($"/crm/v4/objects/tasks/{id}/associations/default/contacts/{await before.FirstAsync("contacts")}");
            await before.DeleteAsync($"/crm/v3/objects/tasks/{await before.FirstAsync("tasks")}");
            await before.PostAsync("/__sandbox/clock", new { advanceSeconds = 86_400 });
            await before.ConnectAsync();
            Assert.Equal(HttpStatusCode.OK, (await before.PatchAsync($"/crm/v3/objects/tasks/{id}", new { properties = new { hs_task_status = "COMPLETED" } })).Status);

            // What the file holds at this instant is what a kill would leave; half a line more is what it may leave on top.
            await using (var whole = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            await using (var torn = File.Create(copy))
            {
                await whole.CopyToAsync(torn, TestContext.Current.CancellationToken);
                await torn.WriteAsync("{\"kind\":\"update\",\"objec"u8.ToArray(), TestContext.Current.CancellationToken);
            }

            await using var after = await HubSpotCaller.StartAsync(options => options with { WorldFile = copy });
            after.UseToken(before.Token);
            string[] paths = ["/crm/v3/objects/tasks?limit=100&properties=hs_task_subject", "/crm/v3/objects/tasks?archived=true", $"/crm/v3/objects/tasks/{id}?properties=hs_task_status,hs_task_completion_date&associations=contacts&propertiesWithHistory=hs_task_status"];
            foreach (var path in paths)
            {
                Assert.Equal(Named(await before.TextAsync(path), before), Named(await after.TextAsync(path), after));
            }

            Assert.Equal("COMPLETED", (await after.GetAsync(paths[2])).Body.Text("properties", "hs_task_status"));

            Assert.Equal((await before.GetAsync("/__sandbox/ledger")).Body.GetArrayLength() + 1, (await after.GetAsync("/__sandbox/ledger")).Body.GetArrayLength());
        }
        finally
        {
            File.Delete(file);
            File.Delete(copy);
        }
    }

    [Fact]
    public async Task A_world_file_of_another_generator_starts_anew()
    {
        var file = Path.Combine(Path.GetTempPath(), $"world-{Guid.NewGuid():N}.jsonl");
        try
        {
            await File.WriteAllTextAsync(file, "{\"kind\":\"seeded\",\"tasks\":7,\"seed\":1,\"generator\":0,\"sequence\":1,\"at\":1764000000000,\"portal\":424242}\n", TestContext.Current.CancellationToken);
            await using var hubSpot = await HubSpotCaller.StartAsync(options => options with { WorldFile = file });
            Assert.Equal("150", (await hubSpot.PostAsync("/crm/v3/objects/tasks/search", new { })).Body.Text("total"));
            Assert.Equal("120", await SecondAccountAsync(hubSpot));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string?> SecondAccountAsync(HubSpotCaller hubSpot)
    {
        await hubSpot.ConnectAsync(hubId: 515151);
        return (await hubSpot.PostAsync("/crm/v3/objects/tasks/search", new { })).Body.Text("total");
    }

    [Fact]
    public async Task The_ledger_tells_every_effect_once_and_in_order()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var start = (await hubSpot.GetAsync("/__sandbox/ledger")).Body.EnumerateArray().Last().Text("sequence");
        var id = await hubSpot.NewTaskAsync("told");
        await hubSpot.PatchAsync($"/crm/v3/objects/tasks/{id}", new { properties = new { x = 1 } });
        await hubSpot.PatchAsync($"/crm/v3/objects/tasks/{id}", new { properties = new { hs_task_status = "COMPLETED" } });
        await hubSpot.PostAsync("/__sandbox/edit", new { id, properties = new { hs_task_subject = "by a colleague" } });
        await hubSpot.DeleteAsync($"/crm/v3/objects/tasks/{id}");
        var effects = (await hubSpot.GetAsync($"/__sandbox/ledger?after={start}")).Body.EnumerateArray().ToList();
        Assert.Equal(["create", "update", "update", "archive"], effects.Select(effect => effect.Text("kind")));
        Assert.All(effects, effect => Assert.Equal(id, effect.Text("objectId")));
        Assert.Equal("COMPLETED", effects[1].Text("properties", "hs_task_status"));
        Assert.Equal("PATCH", effects[1].Text("method"));
        Assert.Equal(["INTEGRATION", "INTEGRATION", "CRM_UI", "INTEGRATION"], effects.Select(effect => effect.Text("source")));
    }

    [Fact]
    public async Task Seeding_replaces_the_main_account_and_reset_forgets_all()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        await hubSpot.PostAsync("/__sandbox/seed?tasks=321", null);
        Assert.Equal("321", (await hubSpot.PostAsync("/crm/v3/objects/tasks/search", new { })).Body.Text("total"));
        await hubSpot.PostAsync("/__sandbox/reset", null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await hubSpot.GetAsync("/crm/v3/owners")).Status);
        await hubSpot.ConnectAsync();
        Assert.Equal("150", (await hubSpot.PostAsync("/crm/v3/objects/tasks/search", new { })).Body.Text("total"));
    }

    [Fact]
    public async Task The_control_page_and_the_call_counters_answer()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        await hubSpot.GetAsync("/crm/v3/owners");
        Assert.Contains("Northwind Sales", await hubSpot.TextAsync("/__sandbox"));
        Assert.Equal("1", (await hubSpot.GetAsync("/__sandbox/calls")).Body.Text("counters", "GET /crm/v3/owners 200"));
    }

    private static string Named(string answer, HubSpotCaller from) => answer.Replace(from.Sandbox.Origin.ToString(), "/");

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    }
}
