using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.UnitTests.Changes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Links;

public sealed class LabelTests
{
    private const string Contacts = "0-1";

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task A_label_is_shown_before_hubspot_has_it_and_goes_again_by_undo(string version)
    {
        await using var rig = await Moves.StartAsync(set: o => o.ApiVersion = version);
        var (task, contact) = await LinkedAsync(rig);
        var decides = await OfferedAsync(rig);

        var saved = await LabelAsync(rig, task, contact, new LabelSwap([], [decides]));
        Assert.Equal([decides], await ShownAsync(rig, task, contact));
        await rig.SendAsync();
        Assert.Equal(ChangeState.Done, (await rig.LookAsync(saved)).Change.State);
        Assert.Equal([decides], await ShownAsync(rig, task, contact));

        Assert.True((await rig.Hub.Get<UndoChange>().RunAsync(rig.Hub.Actor, saved, default)).Ok);
        Assert.Empty(await ShownAsync(rig, task, contact));
        await rig.SendAsync();
        Assert.Empty(await ShownAsync(rig, task, contact));
        Assert.Equal(0, await rig.WaitingAsync());
    }

    [Fact]
    public async Task A_refused_label_is_no_longer_shown_leaves_the_association_and_can_be_sent_again()
    {
        await using var rig = await Moves.StartAsync();
        var (task, contact) = await LinkedAsync(rig);
        var decides = await OfferedAsync(rig);
        await rig.Hub.FaultAsync(new { path = "batch/create$" }, new { kind = "status", status = 400, body = """{"message":"Too many labels."}""" });

        var saved = await LabelAsync(rig, task, contact, new LabelSwap([], [decides]));
        await rig.SendAsync();
        var change = (await rig.LookAsync(saved)).Change;
        Assert.Equal(ChangeState.Refused, change.State);
        Assert.Contains("Too many labels.", change.Reason);
        Assert.Empty(await ShownAsync(rig, task, contact));
        await using var db = rig.Hub.Open();
        Assert.True(await db.TaskLinks.AnyAsync(l => l.TaskId == task && l.RecordId == contact));

        (await rig.Hub.Control.DeleteAsync("faults")).EnsureSuccessStatusCode();
        Assert.True((await rig.Hub.Get<RetryChange>().RunAsync(rig.Hub.Actor, saved, default)).Ok);
        await rig.SendAsync();
        Assert.Equal([decides], await ShownAsync(rig, task, contact));
    }

    [Fact]
    public async Task Only_an_association_that_is_there_takes_a_label()
    {
        await using var rig = await Moves.StartAsync();
        var decides = await OfferedAsync(rig);
        var saved = await rig.Hub.Get<LabelLink>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), rig.Open(0), new LinkTarget(Contacts, 987_654_321), new LabelSwap([], [decides]), default);
        Assert.IsType<Failure.NotFound>(saved.Failure);
    }

    private static async Task<(long Task, long Contact)> LinkedAsync(Moves rig)
    {
        await using var db = rig.Hub.Open();
        var link = await db.TaskLinks.Where(l => l.ObjectType == Contacts).OrderBy(l => l.TaskId).FirstAsync();
        return (link.TaskId, link.RecordId);
    }

    private static async Task<RemoteLabel> OfferedAsync(Moves rig) =>
        (await rig.Hub.Get<ShowLabels>().RunAsync(rig.Hub.Actor, Contacts, default)).Value.Single(l => l.Name == "Decision maker");

    private static async Task<Guid> LabelAsync(Moves rig, long task, long contact, LabelSwap swap) =>
        (await rig.Hub.Get<LabelLink>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), task, new LinkTarget(Contacts, contact), swap, default)).Value.Change!.Value;

    private static async Task<IEnumerable<RemoteLabel>> ShownAsync(Moves rig, long task, long contact) =>
        (await rig.Hub.Get<ShowLabels>().OfTaskAsync(rig.Hub.Actor, task, Contacts, default)).Value.Where(l => l.RecordId == contact).Select(l => l.Label);
}
