using Dashboard.Faults;
using Dashboard.Infrastructure.KillPoints;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace Dashboard.UnitTests.Changes.Replicas;

/// <summary>A process may die anywhere. Each point is really reached: a worker has to be dead by signal there, and to have said where.</summary>
public abstract class KillPointTests
{
    protected static async Task DieAsync(string side)
    {
        await using var chain = new KillChain(await Stage.SetAsync(tasks: 200));
        await chain.PlayAsync([.. KillPoint.Names.Where(name => name.EndsWith(side, StringComparison.Ordinal))]);
        Assert.Empty(await chain.WrongAsync());
    }
}

/// <summary>Around each kind of request to HubSpot.</summary>
public sealed class KilledAtCallsTests : KillPointTests
{
    [Fact]
    public Task Killed_before_any_call_nothing_is_lost_or_doubled() => DieAsync("-before-call");

    [Fact]
    public Task Killed_after_any_call_nothing_is_lost_or_doubled() => DieAsync("-after-call");

    [Fact]
    public void There_are_sixty_points_at_least() => Assert.InRange(KillPoint.Names.Count, 60, 200);

    [Fact]
    public void A_kill_point_is_refused_in_production()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Arm("create-before-call", "Production"));
        Assert.Contains("Kill:At", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_point_is_refused() =>
        Assert.Contains("accept-create-before-commit", Assert.Throws<InvalidOperationException>(() => Arm("nowhere", "Development")).Message, StringComparison.Ordinal);

    private static void Arm(string name, string environment) => KillPoint.Arm(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Kill:At"] = name }).Build(), new HostingEnvironment { EnvironmentName = environment });
}

/// <summary>Around each kind of commit.</summary>
public sealed class KilledAtCommitsTests : KillPointTests
{
    [Fact]
    public Task Killed_before_any_commit_nothing_is_lost_or_doubled() => DieAsync("-before-commit");

    [Fact]
    public Task Killed_after_any_commit_nothing_is_lost_or_doubled() => DieAsync("-after-commit");
}
