using System.Globalization;
using Dashboard.Application.Changes;
using Dashboard.Faults.Judging;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes.Replicas;

/// <summary>What was accepted is in HubSpot once, whatever happened on the way.</summary>
public sealed class OracleTests
{
    private const string SeedVariable = "TASKLANE_STORM_SEED";
    private const int Writes = 200;

    /// <summary>A seed that failed is replayed by naming it.</summary>
    public static TheoryData<int> Seeds() =>
        Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } seed ? [int.Parse(seed, CultureInfo.InvariantCulture)] : [20_261, 4_711];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Nothing_is_lost_or_doubled_in_a_storm_over_two_replicas(int seed)
    {
        TestContext.Current.SendDiagnosticMessage("{0}={1}", SeedVariable, seed);
        await using var rig = await HubSpotRig.StartAsync(400, clock: new FakeClock(TimeProvider.System.GetUtcNow()));
        await rig.SyncAsync();
        var before = rig.Sandbox.World.LedgerAfter(0)[^1].Sequence;
        await using var storm = new Storm(rig, new Random(seed));
        await storm.RunAsync(Writes);
        await storm.CalmAsync();

        await using var db = rig.Open();
        Assert.Equal((Writes, 0), (await db.Changes.CountAsync(), await db.Changes.CountAsync(c => c.State != ChangeState.Done)));
        Assert.InRange(storm.Takeovers, 1, Writes);

        var hub = await db.Connections.Select(c => c.HubId).SingleAsync();
        Assert.Empty((await Oracle.OfAsync(db, rig.Sandbox.World.LedgerAfter(before), hub)).Wrong());
        Assert.Empty(await IndexPrint.DifferencesAsync(rig.Services, rig.Workspace.Id));
        Assert.NotEmpty(storm.Created);
    }
}
