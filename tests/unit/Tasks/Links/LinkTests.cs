using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Links.Pins;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.UnitTests.Changes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Links;

public sealed class LinkTests
{
    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task A_task_is_associated_shown_at_once_and_dissociated(string version)
    {
        await using var rig = await Moves.StartAsync(set: o => o.ApiVersion = version);
        var (task, record) = await UnlinkedAsync(rig);

        var linked = await rig.Hub.Get<AssociateTask>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), task, record, null, default);
        Assert.Contains(await LinksAsync(rig, task), l => l.Id == record.Id && l.Name == record.Name);
        await rig.SendAsync();
        Assert.Equal(ChangeState.Done, (await rig.LookAsync(linked.Value.Change!.Value)).Change.State);
        Assert.Null((await rig.Hub.Get<AssociateTask>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), task, record, null, default)).Value.Change);

        var page = await rig.Hub.Get<RefreshRecord>().RunAsync(rig.Hub.Actor, record.ObjectType, record.Id, default);
        Assert.True(page.Ok, page.Failure?.Sentence);
        var shown = await rig.Hub.Get<ShowRecord>().RunAsync(rig.Hub.Actor, record.ObjectType, record.Id, page.Value, default);
        Assert.Contains(shown.Value.Tasks, t => t.Id == task);

        await rig.Hub.Get<DissociateTask>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), task, record.ObjectType, record.Id, default);
        await rig.SendAsync();
        Assert.DoesNotContain(await LinksAsync(rig, task), l => l.Id == record.Id);
        Assert.Equal(0, await rig.WaitingAsync());
    }

    [Fact]
    public async Task A_refused_association_is_not_shown_as_made()
    {
        await using var rig = await Moves.StartAsync();
        var stranger = new FoundRecord("0-1", 987_654_321, "Of another portal", null);
        var linked = await rig.Hub.Get<AssociateTask>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), rig.Open(0), stranger, null, default);
        await rig.SendAsync();

        var (task, change) = await rig.LookAsync(linked.Value.Change!.Value);
        Assert.Equal((ChangeState.Refused, TaskChangeState.Refused), (change.State, task!.ChangeState));
        Assert.Contains("does not have", change.Reason);
        Assert.DoesNotContain(await LinksAsync(rig, rig.Open(0)), l => l.Id == stranger.Id);
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task Pinning_associates_first_says_what_it_replaces_and_is_undone_whole(string version)
    {
        await using var rig = await Moves.StartAsync(set: o => o.ApiVersion = version);
        var (task, record) = await UnlinkedAsync(rig);
        var pin = rig.Hub.Get<PinTask>();
        var first = await rig.CreateAsync("Pinned first");
        var other = (await pin.RunAsync(rig.Hub.Actor, Guid.NewGuid(), first.TaskId, record, default)).Value;
        Assert.True(other.Associates);
        await rig.SendAsync();
        var firstId = (await rig.Hub.Get<FollowTask>().RunAsync(rig.Hub.Actor, first.TaskId, default)).Value;
        Assert.Equal(firstId, await PinnedAsync(rig, record));

        Assert.Equal("Pinned first", (await pin.PreviewAsync(rig.Hub.Actor, task, record.ObjectType, record.Id, default)).Value.Replaces);
        var done = (await pin.RunAsync(rig.Hub.Actor, Guid.NewGuid(), task, record, default)).Value;
        await rig.SendAsync();
        Assert.Equal(("Pinned first", task), (done.Replaces, await PinnedAsync(rig, record)));
        Assert.Equal(task, (await rig.Hub.Get<ShowRecord>().RunAsync(rig.Hub.Actor, record.ObjectType, record.Id, [], default)).Value.Pinned!.Id);
        Assert.Contains((await rig.Hub.Get<ShowPins>().RunAsync(rig.Hub.Actor, default)).Value.Pins, p => p.Task!.Id == task && p.Record.Id == record.Id);

        Assert.True((await rig.Hub.Get<UndoChange>().RunAsync(rig.Hub.Actor, done.Change!.Value, default)).Ok);
        await rig.SendAsync();
        Assert.Equal(firstId, await PinnedAsync(rig, record));
        Assert.DoesNotContain(await LinksAsync(rig, task), l => l.Id == record.Id);

        Assert.True((await rig.Hub.Get<UnpinTask>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), record.ObjectType, record.Id, default)).Ok);
        await rig.SendAsync();
        Assert.Equal(0, await rig.WaitingAsync());
        Assert.Null(await PinnedAsync(rig, record));
    }

    [Fact]
    public async Task A_refused_pin_leaves_the_one_from_before()
    {
        await using var rig = await Moves.StartAsync();
        var (task, record) = await UnlinkedAsync(rig);
        await rig.Hub.FaultAsync(new { method = "PATCH" }, new { kind = "status", status = 403, body = """{"message":"No right to edit contacts."}""" });
        var done = await rig.Hub.Get<PinTask>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), task, record, default);
        await rig.SendAsync();
        var (_, change) = await rig.LookAsync(done.Value.Change!.Value);
        Assert.Contains("No right to edit contacts.", change.Reason);
        await using var db = rig.Hub.Open();
        Assert.Null((await db.Records.SingleAsync(r => r.ObjectType == record.ObjectType && r.Id == record.Id)).PinnedTaskId);
    }

    [Fact]
    public async Task Open_deals_without_a_pin_are_missing_and_overdue_pins_are_stale()
    {
        await using var rig = await Moves.StartAsync();
        var pins = (await rig.Hub.Get<ShowPins>().RunAsync(rig.Hub.Actor, default)).Value;
        Assert.NotEmpty(pins.Missing);
        Assert.All(pins.Missing, p => Assert.Equal(("0-3", false), (p.Record.ObjectType, p.Record.IsClosed)));
    }

    [Fact]
    public async Task Records_are_found_in_the_index_and_when_hubspot_cannot_be_searched_that_is_said()
    {
        await using var rig = await Moves.StartAsync();
        var (_, record) = await UnlinkedAsync(rig);
        var find = rig.Hub.Get<FindRecords>();
        Assert.Contains((await find.RunAsync(rig.Hub.Actor, record.Name, askHubSpot: false, default)).Value.Records, r => r.Id == record.Id);
        Assert.True((await find.RunAsync(rig.Hub.Actor, record.Name, askHubSpot: true, default)).Value.IsComplete);

        await rig.Hub.FaultAsync(new { path = "search$" }, new { kind = "status", status = 400 });
        var found = (await find.RunAsync(rig.Hub.Actor, record.Name, askHubSpot: true, default)).Value;
        Assert.Equal((false, true), (found.IsComplete, found.Trouble is not null));
        Assert.Contains(found.Records, r => r.Id == record.Id);
    }

    private static async Task<(long Task, FoundRecord Record)> UnlinkedAsync(Moves rig)
    {
        await using var db = rig.Hub.Open();
        var record = await db.Records.Where(r => r.ObjectType == "0-1" && r.Name != "" && r.PinnedTaskId == null).OrderBy(r => r.Id).FirstAsync();
        var task = await db.Tasks.Where(t => t.Status == "NOT_STARTED" && !db.TaskLinks.Any(l => l.TaskId == t.Id && l.RecordId == record.Id)).OrderBy(t => t.Id).FirstAsync();
        return (task.Id, new FoundRecord(record.ObjectType, record.Id, record.Name, record.Detail));
    }

    private static async Task<IReadOnlyList<LinkedRecord>> LinksAsync(Moves rig, long task) => (await rig.Hub.Get<ShowTask>().RunAsync(rig.Hub.Actor, task, default)).Value.Links;

    /// <summary>As HubSpot has it.</summary>
    private static async Task<long?> PinnedAsync(Moves rig, FoundRecord record)
    {
        await rig.Hub.Get<RefreshRecord>().RunAsync(rig.Hub.Actor, record.ObjectType, record.Id, default);
        await using var db = rig.Hub.Open();
        return (await db.Records.AsNoTracking().SingleAsync(r => r.ObjectType == record.ObjectType && r.Id == record.Id)).PinnedTaskId;
    }
}
