using Dashboard.Application.Changes;
using Dashboard.Application.Links;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.UnitTests.Changes;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Links;

public sealed class RetryTests
{
    [Fact]
    public async Task A_refused_association_is_sent_again_on_demand()
    {
        await using var rig = await Moves.StartAsync();
        var contact = await rig.ContactAsync();
        var task = await rig.CreateAsync("Linked later");
        await rig.SendAsync();
        var id = (await rig.Hub.Get<FollowTask>().RunAsync(rig.Hub.Actor, task.TaskId, default)).Value;
        await rig.Hub.FaultAsync(new { method = "PUT", count = 1 }, new { kind = "status", status = 400 });
        var linked = await rig.Hub.Get<AssociateTask>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), id, new FoundRecord("0-1", contact, "x", null), null, default);
        await rig.SendAsync();
        Assert.Equal(ChangeState.Refused, (await rig.LookAsync(linked.Value.Change!.Value)).Change.State);

        Assert.True((await rig.Hub.Get<RetryChange>().RunAsync(rig.Hub.Actor, linked.Value.Change.Value, default)).Ok);
        await rig.SendAsync();
        Assert.Equal(contact, (await rig.Hub.Get<ShowTask>().RunAsync(rig.Hub.Actor, id, default)).Value.Links.Single().Id);
    }
}
