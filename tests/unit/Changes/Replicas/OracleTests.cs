using System.Globalization;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Tasks;
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
        await using var storm = new Storm(rig, new Random(seed));
        await storm.RunAsync(Writes);
        await storm.CalmAsync();

        await using var db = rig.Open();
        Assert.Equal((Writes, 0), (await db.Changes.CountAsync(), await db.Changes.CountAsync(c => c.State != ChangeState.Done)));
        Assert.InRange(storm.Takeovers, 1, Writes);

        var made = (await rig.LedgerAsync("create")).ConvertAll(e => e.GetProperty("properties").GetProperty(TaskProperty.Subject).GetString());
        Assert.Equal(storm.Created.Order(), made.Where(subject => subject!.StartsWith("Made in the storm", StringComparison.Ordinal)).Order());
        Assert.NotEmpty(storm.Created);

        var written = (await rig.LedgerAsync("update")).ToLookup(e => e.GetProperty("objectId").GetString());
        Assert.All(storm.Edited, edit => Assert.Equal(
            [edit.Value], written[TaskProperty.Text(edit.Task)].Select(e => e.GetProperty("properties").GetProperty(edit.Property).GetString()).Distinct()));

        Assert.Equal(await InHubSpotAsync(rig), await db.Tasks.OrderBy(t => t.Id).Select(t => $"{t.Id} {t.Status} {t.Subject}").ToListAsync());
    }

    private static async Task<List<string>> InHubSpotAsync(HubSpotRig rig)
    {
        var all = new List<(long Id, string Line)>();
        for (string? after = "0"; after is not null;)
        {
            var cursor = after;
            var page = await rig.Get<TokenSource>().CallAsync(
                rig.Workspace.Id, CallPriority.Person, access => rig.Get<IHubSpotTasks>().ListAsync(access, cursor, [], CancellationToken.None), CancellationToken.None);
            all.AddRange(page.Value.Tasks.Select(t => (t.Id, $"{t.Id} {t.Properties[TaskProperty.Status]} {t.Properties[TaskProperty.Subject]}")));
            after = page.Value.After;
        }

        return [.. all.OrderBy(task => task.Id).Select(task => task.Line)];
    }
}
