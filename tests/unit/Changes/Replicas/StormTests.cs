using System.Globalization;
using Dashboard.Faults.Storming;
using Xunit;

namespace Dashboard.UnitTests.Changes.Replicas;

/// <summary>
/// Two replicas as processes, killed again and again while everything else fails too. A longer one: the measure <c>storm</c> of the bench.
/// </summary>
public sealed class StormTests
{
    private const string SeedVariable = "TASKLANE_STORM_SEED";

    /// <summary>A seed that failed is replayed by naming it.</summary>
    public static TheoryData<int> Seeds() =>
        Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } seed ? [int.Parse(seed, CultureInfo.InvariantCulture)] : [1_871, 90_210];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Five_hundred_writes_survive_thirty_kills(int seed)
    {
        var report = await KillStorm.RunAsync(new StormPlan(seed, Writes: 500, Kills: 30));
        TestContext.Current.SendDiagnosticMessage("{0} {1}", report, string.Join(" / ", report.Unanswered));
        Assert.Empty(report.Broken);
        Assert.True(report.Wrong.Count == 0, $"{SeedVariable}={seed}\n{report}\n{string.Join('\n', report.Wrong)}");
        Assert.Equal(30, report.Kills);
        Assert.InRange(report.Accepted, 350, 2_000);
    }
}
