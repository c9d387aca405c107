using Dashboard.Application.Sync.Hints;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Events;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Sync;

public sealed class HintTests
{
    [Fact]
    public async Task The_same_events_once_twice_and_fifty_times_on_two_replicas_are_kept_once()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        await using var other = rig.NewProcess();
        var ids = await rig.IdsAsync();
        var batch = ids.Take(20).Select(id => Told.Event(id)).ToArray();
        var stored = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Told.TellAsync(i % 2 == 0 ? rig.Services : other, batch)));

        Assert.Equal(20, stored.Sum());
        Assert.Equal(20, (await rig.HintsAsync()).Count);
    }

    [Fact]
    public async Task Two_events_of_one_id_and_other_content_are_both_kept_and_read_as_one()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        var id = (await rig.IdsAsync())[0];
        Assert.Equal(2, await rig.TellAsync(Told.Event(id, value: "a"), Told.Event(id, value: "b")));
        await rig.RenameAsync(id, "Read by its id");
        var before = (await rig.CallsAsync()).Count;
        await rig.FollowAsync();

        Assert.Equal("Read by its id", await rig.SubjectAsync(id));
        Assert.Equal(before + 1, (await rig.CallsAsync()).Count);
        Assert.Empty(await rig.HintsAsync());
    }

    [Fact]
    public async Task Deleted_restored_and_unknown_tasks_are_as_hubspot_says_whatever_the_order_of_events()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        var ids = await rig.IdsAsync();
        await rig.EditAsync(new { id = $"{ids[0]}", archive = true });
        await rig.EditAsync(new { id = $"{ids[1]}", archive = true });
        await rig.EditAsync(new { id = $"{ids[1]}", restore = true });
        await rig.EditAsync(new { properties = new { hs_timestamp = "2026-12-01T09:00:00.000Z", hs_task_subject = "Made by a colleague" } });
        var made = long.Parse((await rig.LedgerAsync("create"))[^1].GetProperty("objectId").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var shown = rig.Shown();

        await rig.TellAsync(Told.Event(made), Told.Event(ids[0], "object.creation"), Told.Event(ids[0], "object.deletion"), Told.Event(ids[1], "object.restore"), Told.Event(ids[1], "object.deletion"), Told.Event(123_456));
        await rig.FollowAsync();

        Assert.Null(await rig.SubjectAsync(ids[0]));
        Assert.NotNull(await rig.SubjectAsync(ids[1]));
        Assert.Equal("Made by a colleague", await rig.SubjectAsync(made));
        Assert.Contains(ids[0], shown);
        Assert.Empty(await rig.HintsAsync());
    }

    [Fact]
    public async Task What_was_missed_while_it_was_in_the_bin_comes_back()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        var id = (await rig.IdsAsync())[0];
        await rig.EditAsync(new { id = $"{id}", archive = true });
        await rig.TellAsync(Told.Event(id, "object.deletion"));
        await rig.FollowAsync();
        Assert.Null(await rig.SubjectAsync(id));
        await rig.EditAsync(new { id = $"{id}", restore = true });
        await rig.TellAsync(Told.Event(id, "object.restore"));
        await rig.FollowAsync();
        Assert.NotNull(await rig.SubjectAsync(id));
    }

    [Fact]
    public async Task An_association_made_in_hubspot_arrives_with_the_name_of_the_record()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        var world = rig.Sandbox.World;
        long id, contact;
        await using (var db = rig.Open())
        {
            id = await db.Tasks.Where(t => !db.TaskLinks.Any(l => l.TaskId == t.Id)).Select(t => t.Id).FirstAsync();
            var known = await db.Records.Where(r => r.ObjectType == "0-1").Select(r => r.Id).ToListAsync();
            var portal = world.Portal(SandboxWorld.MainPortal)!;
            var contacts = portal[portal.Type("0-1")];
            contact = Enumerable.Range(0, contacts.Count).Select(i => contacts[i].Id).First(c => !known.Contains(c));
        }

        lock (world.Gate)
        {
            world.Commit(new Associated("0-27", id, "0-1", contact, [204]) { Portal = SandboxWorld.MainPortal, At = world.Clock.NowMilliseconds });
        }

        await rig.TellAsync(new { eventId = 1, portalId = SandboxWorld.MainPortal, subscriptionType = "object.associationChange", fromObjectTypeId = "0-1", fromObjectId = contact, toObjectTypeId = "0-27", toObjectId = id });
        await rig.FollowAsync();

        await using var after = rig.Open();
        Assert.True(await after.TaskLinks.AnyAsync(l => l.TaskId == id && l.RecordId == contact));
        Assert.NotEqual("", (await after.Records.SingleAsync(r => r.ObjectType == "0-1" && r.Id == contact)).Name);
    }

    [Fact]
    public async Task The_echo_of_our_own_edit_moves_nothing_and_a_newer_edit_of_ours_stays()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        var id = (await rig.IdsAsync())[0];
        await EditHereAsync(rig, id, "First");
        await rig.Get<Application.Changes.ChangeSender>().RunAsync(rig.Workspace.Id, default);
        var shown = rig.Shown();
        await rig.TellAsync(Told.Event(id, value: "First"));
        await rig.FollowAsync();
        Assert.Empty(shown);

        await EditHereAsync(rig, id, "Second");
        await rig.TellAsync(Told.Event(id, value: "Late echo"));
        await rig.FollowAsync();
        Assert.Equal("Second", await rig.SubjectAsync(id));
    }

    [Fact]
    public async Task A_hint_stays_while_hubspot_does_not_answer_and_is_never_given_up_for_that()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        var id = (await rig.IdsAsync())[0];
        await rig.TellAsync(Told.Event(id));
        await rig.FaultAsync(new { path = "batch/read" }, new { kind = "status", status = 401, body = new { status = "error", message = "no", category = "EXPIRED_AUTHENTICATION" } });
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.False((await rig.Get<FollowHints>().RunAsync(rig.Workspace.Id, default)).Ok);
        }

        Assert.Equal(0, Assert.Single(await rig.HintsAsync()).Tries);
        await rig.Control.DeleteAsync("faults");
        await rig.RenameAsync(id, "After the trouble");
        await rig.FollowAsync();
        Assert.Equal("After the trouble", await rig.SubjectAsync(id));
    }

    [Fact]
    public async Task One_poisoned_record_is_parked_after_twenty_tries_shown_and_tried_again_on_request_while_others_flow()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        var id = (await rig.IdsAsync())[0];
        await rig.FaultAsync(new { method = "GET", path = "tasks/999|0-27/999" }, new { kind = "status", status = 403, body = new { status = "error", message = "Not for you", category = "BANNED" } });
        await rig.TellAsync(Told.Event(999));
        for (var turn = 0; turn < FollowHints.MostTries; turn++)
        {
            await rig.TellAsync(Told.Event(id, value: $"{turn}"));
            await rig.FollowAsync();
        }

        var parked = Assert.Single(await rig.HintsAsync());
        Assert.Equal((999L, FollowHints.MostTries), (parked.ObjectId, parked.Tries));
        Assert.NotNull(parked.ParkedAt);
        await rig.Control.DeleteAsync("faults");
        Assert.Equal(1, (await rig.Get<RetryHints>().RunAsync(rig.Actor, default)).Value);
        await rig.FollowAsync();
        Assert.Empty(await rig.HintsAsync());
    }

    [Fact]
    public async Task Events_of_a_portal_nobody_is_connected_to_are_dropped_and_counted()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        Assert.Equal(0, await rig.TellAsync(Told.Event(1, portal: 999), Told.Event(2, portal: 999)));
        Assert.Equal(2, rig.Get<WebhookTally>().UnknownPortal);
        Assert.Empty(await rig.HintsAsync());
    }

    private static async Task EditHereAsync(HubSpotRig rig, long id, string subject)
    {
        var wish = new TaskEdit(Guid.NewGuid(), id, new Dictionary<string, string?> { [TaskProperty.Subject] = subject });
        var edit = await rig.Get<EditTask>().RunAsync(rig.Actor, wish, TimeZoneInfo.Utc, default);
        Assert.True(edit.Ok, edit.Failure?.Sentence);
    }
}
