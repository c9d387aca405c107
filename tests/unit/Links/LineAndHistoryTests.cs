using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Tasks.Line;
using Dashboard.UnitTests.Changes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Links;

public sealed class LineAndHistoryTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_line_names_its_record_and_says_when_there_is_none(bool known)
    {
        await using var rig = await Moves.StartAsync();
        string name;
        await using (var db = rig.Hub.Open())
        {
            name = known ? await db.Records.Where(r => r.ObjectType == "0-2" && r.Name != "").OrderBy(r => r.Id).Select(r => r.Name).FirstAsync() : "Zzyzx Unknown";
        }

        var line = (await rig.Hub.Get<ParseTaskLine>().RunAsync(rig.Hub.Actor, $"call them tomorrow #\"{name}\"", TimeZoneInfo.Utc, askHubSpot: true, default)).Value;

        Assert.Equal(known, line.IsClear);
        Assert.Equal(known ? [name] : [], line.Records.Select(r => r.Name));
        Assert.Equal(known ? 1 : 0, line.Parts.Count(p => p.Kind == LinePartKind.Record));
        var saved = await rig.Hub.Get<CreateTask>().RunAsync(rig.Hub.Actor, new NewTask(Guid.NewGuid(), line.Values, line.Targets), TimeZoneInfo.Utc, default);
        await rig.SendAsync();
        var id = (await rig.Hub.Get<FollowTask>().RunAsync(rig.Hub.Actor, saved.Value.TaskId, default)).Value;
        Assert.Equal(line.Records.Select(r => r.Id), (await rig.Hub.Get<ShowTask>().RunAsync(rig.Hub.Actor, id, default)).Value.Links.Select(l => l.Id));
    }

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
