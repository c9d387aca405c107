using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Tasks.Line;
using Dashboard.UnitTests.Changes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Links;

public sealed class ParseTaskLineTests
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
}
