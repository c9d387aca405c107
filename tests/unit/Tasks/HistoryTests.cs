using Dashboard.Application.Changes;
using Dashboard.Application.Journal;
using Dashboard.Application.Links;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Changes;
using Xunit;

namespace Dashboard.UnitTests.Tasks;

public sealed class HistoryTests
{
    [Fact]
    public async Task History_tells_fields_and_records_newest_first()
    {
        await using var rig = await Moves.StartAsync();
        await rig.MoveAsync(rig.Open(0), "WAITING");
        var stranger = new FoundRecord("0-1", 987_654_321, "Nobody", null);
        await rig.Hub.Get<AssociateTask>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), rig.Open(0), stranger, null, default);

        var history = (await rig.Hub.Get<ShowHistory>().RunAsync(rig.Hub.Actor, rig.Open(0), null, default)).Value;
        Assert.Equal([ChangeKind.Link, ChangeKind.Update], history.Select(h => h.Change.Kind));
        Assert.Equal("WAITING", history[1].Fields[TaskProperty.Status].After);
        Assert.Equal(stranger.Id, history[0].Targets.Single().RecordId);
        Assert.Single((await rig.Hub.Get<ShowHistory>().RunAsync(rig.Hub.Actor, rig.Open(0), history[0].Change.Sequence, default)).Value);
    }
}
