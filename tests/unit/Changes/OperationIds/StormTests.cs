using Dashboard.Application.Changes;
using Dashboard.Application.Connections.OperationIds;
using Dashboard.UnitTests.Changes.Replicas;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes.OperationIds;

/// <summary>The storm of two replicas over a portal that holds our operation id.</summary>
public sealed class StormTests
{
    private const int Writes = 120;

    [Fact]
    public async Task Each_creation_of_a_storm_is_in_hubspot_once_under_its_id()
    {
        await using var rig = await HubSpotRig.StartAsync(400, clock: new FakeClock(TimeProvider.System.GetUtcNow()));
        await rig.SyncAsync();
        Assert.True((await rig.Get<AddOperationIds>().RunAsync(rig.Actor, default)).Ok);
        await using var storm = new Storm(rig, new Random(31_337));
        await storm.RunAsync(Writes);
        await storm.CalmAsync();

        await using var db = rig.Open();
        var creations = await db.Changes.Where(c => c.Kind == ChangeKind.Create).ToListAsync();
        Assert.Equal((storm.Created.Count, 0), (creations.Count, creations.Count(c => c.State != ChangeState.Done)));
        var made = (await rig.LedgerAsync("create")).ConvertAll(e => (Id: e.GetProperty("properties").GetProperty(OperationId.Property).GetString(), Task: e.GetProperty("objectId").GetString()));
        Assert.Equal(creations.Select(c => (OperationId.Text(c.Id), c.TaskId.ToString())).Order(), made.Select(m => (m.Id!, m.Task!)).Order());
        Assert.InRange(creations.Count, 10, Writes);
    }
}
