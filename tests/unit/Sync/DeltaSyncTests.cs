using System.Net.Http.Json;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Events;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Sync;

public sealed class DeltaSyncTests
{
    [Fact]
    public async Task What_a_colleague_edits_in_hubspot_arrives_with_its_associations_and_names()
    {
        await using var rig = await HubSpotRig.StartAsync(120);
        await rig.SyncAsync();
        var portal = rig.Sandbox.World.Portal(SandboxWorld.MainPortal)!;
        var contact = portal[portal.Type("0-1")][5].Id;
        var made = await rig.Control.PostAsJsonAsync("edit", new
        {
            type = "tasks",
            properties = new { hs_timestamp = "2026-12-01T09:00:00.000Z", hs_task_subject = "Fresh from HubSpot", hs_task_priority = "HIGH" },
            associations = new[] { new { to = new { id = contact }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 204 } } } },
        });
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        await DeltaAsync(rig);

        await using var db = rig.Open();
        var task = await db.Tasks.SingleAsync(t => t.Subject == "Fresh from HubSpot");
        Assert.Equal(("HIGH", "NOT_STARTED", false), (task.Priority, task.Status, task.IsClosed));
        var link = await db.TaskLinks.SingleAsync(l => l.TaskId == task.Id);
        Assert.Equal(("0-1", contact), (link.ObjectType, link.RecordId));
        Assert.NotEqual("", (await db.Records.SingleAsync(r => r.ObjectType == "0-1" && r.Id == contact)).Name);
    }

    [Theory]
    [InlineData(450)]
    [InlineData(200)]
    [InlineData(199)]
    public async Task A_mass_edit_of_one_date_is_found_in_full_and_without_a_loop(int edited)
    {
        await using var rig = await HubSpotRig.StartAsync(500);
        await rig.SyncAsync();
        EditAtOnce(rig, edited, "Moved together");
        var before = await SearchesAsync(rig);
        await DeltaAsync(rig);

        await using var db = rig.Open();
        Assert.Equal(edited, await db.Tasks.CountAsync(t => t.Subject == "Moved together"));
        Assert.InRange(await SearchesAsync(rig) - before, 1, (3 * ((edited / 200) + 1)) + 1);
    }

    [Fact]
    public async Task A_mass_edit_of_one_date_beyond_what_a_search_gives_is_found_in_full()
    {
        await using var rig = await HubSpotRig.StartAsync(10_500);
        await rig.SyncAsync();
        EditAtOnce(rig, 10_301, "Moved together");
        var before = await SearchesAsync(rig);
        await DeltaAsync(rig);

        await using var db = rig.Open();
        Assert.Equal(10_301, await db.Tasks.CountAsync(t => t.Subject == "Moved together"));
        Assert.InRange(await SearchesAsync(rig) - before, 52, 3 * 52);
    }

    [Fact]
    public async Task A_reading_that_cannot_ask_for_associations_leaves_no_task_without_them()
    {
        await using var rig = await HubSpotRig.StartAsync(120);
        await rig.SyncAsync();
        var portal = rig.Sandbox.World.Portal(SandboxWorld.MainPortal)!;
        await rig.EditAsync(new
        {
            properties = new { hs_timestamp = "2026-12-01T09:00:00.000Z", hs_task_subject = "Linked" },
            associations = new[] { new { to = new { id = portal[portal.Type("0-1")][5].Id }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 204 } } } },
        });
        await rig.Control.PostAsJsonAsync("faults", new[] { new { match = new { path = "/associations/" }, effect = new { kind = "status", status = 500 } } });
        Assert.False((await rig.Get<DeltaSync>().RunAsync(rig.Workspace.Id, CancellationToken.None)).Ok);

        await rig.Control.DeleteAsync("faults");
        await DeltaAsync(rig);
        await using var db = rig.Open();
        var task = await db.Tasks.SingleAsync(t => t.Subject == "Linked");
        Assert.True(await db.TaskLinks.AnyAsync(l => l.TaskId == task.Id));
    }

    [Fact]
    public async Task A_long_reading_that_breaks_off_goes_on_where_it_was()
    {
        await using var rig = await HubSpotRig.StartAsync(2_500);
        await rig.SyncAsync();
        await rig.Control.PostAsJsonAsync("clock", new { advanceSeconds = 7_200 });
        EditAtOnce(rig, 2_400, "One by one", TimeSpan.FromSeconds(2));
        await rig.Control.PostAsJsonAsync("faults", new[] { new { match = new { path = "/search", nth = 9 }, effect = new { kind = "status", status = 500 } } });
        Assert.False((await rig.Get<DeltaSync>().RunAsync(rig.Workspace.Id, CancellationToken.None)).Ok);

        await rig.Control.DeleteAsync("faults");
        var before = await SearchesAsync(rig);
        await DeltaAsync(rig);
        Assert.InRange(await SearchesAsync(rig) - before, 1, 9);
        await using var db = rig.Open();
        Assert.Equal(2_400, await db.Tasks.CountAsync(t => t.Subject == "One by one"));
    }

    [Fact]
    public async Task What_search_shows_late_is_found_by_a_later_look()
    {
        await using var rig = await HubSpotRig.StartAsync(60);
        await rig.SyncAsync();
        await rig.Control.PostAsJsonAsync("lag", new { milliseconds = 700 });
        EditAtOnce(rig, 3, "Late");
        await DeltaAsync(rig);
        await Eventually.TrueAsync(async () =>
        {
            await DeltaAsync(rig);
            await using var db = rig.Open();
            return await db.Tasks.CountAsync(t => t.Subject == "Late") == 3;
        });
    }

    [Fact]
    public async Task An_older_answer_never_overwrites_a_newer_row()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        long id;
        await using (var db = rig.Open())
        {
            var task = await db.Tasks.OrderBy(t => t.Id).FirstAsync();
            (id, task.Subject, task.RemoteUpdatedAt) = (task.Id, "From a newer answer", task.RemoteUpdatedAt.AddHours(1));
            await db.SaveChangesAsync();
        }

        Assert.True((await rig.Get<RefreshTask>().RunAsync(rig.Actor, id, CancellationToken.None)).Ok);
        await using var after = rig.Open();
        Assert.Equal("From a newer answer", (await after.Tasks.SingleAsync(t => t.Id == id)).Subject);
    }

    [Fact]
    public async Task An_idle_look_is_one_search_and_changes_nothing()
    {
        await using var rig = await HubSpotRig.StartAsync(60);
        await rig.SyncAsync();
        await DeltaAsync(rig);
        var before = (await rig.CallsAsync()).Count;
        await DeltaAsync(rig);
        Assert.Equal(before + 1, (await rig.CallsAsync()).Count);
    }

    [Fact]
    public async Task A_task_that_left_the_portal_is_told_when_it_is_opened()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        long id;
        await using (var db = rig.Open())
        {
            id = (await db.Tasks.FirstAsync()).Id;
        }

        await rig.Control.PostAsJsonAsync("edit", new { id = id.ToString(), archive = true });
        Assert.False((await rig.Get<RefreshTask>().RunAsync(rig.Actor, id, CancellationToken.None)).Ok);
        await using var after = rig.Open();
        Assert.False(await after.Tasks.AnyAsync(t => t.Id == id));
    }

    private static async Task DeltaAsync(HubSpotRig rig)
    {
        var outcome = await rig.Get<DeltaSync>().RunAsync(rig.Workspace.Id, CancellationToken.None);
        Assert.True(outcome.Ok, outcome.Failure?.Sentence);
    }

    private static async Task<int> SearchesAsync(HubSpotRig rig) => (await rig.CallsAsync()).Count(c => c.Path.EndsWith("/search", StringComparison.Ordinal));

    /// <summary>The last one now, those before it earlier.</summary>
    private static void EditAtOnce(HubSpotRig rig, int count, string subject, TimeSpan between = default)
    {
        var world = rig.Sandbox.World;
        lock (world.Gate)
        {
            var table = world.Portal(SandboxWorld.MainPortal)!.Tables.Single(t => t.Type.Id == "0-27");
            var now = world.Clock.NowMilliseconds;
            for (var i = 0; i < count; i++)
            {
                world.Commit(new RecordUpdated("0-27", table[i].Id, new Dictionary<string, string?> { [TaskProperty.Subject] = subject }) { Portal = SandboxWorld.MainPortal, At = now - (long)((count - 1 - i) * between.TotalMilliseconds) });
            }
        }
    }
}
