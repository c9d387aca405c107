using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.UnitTests.Persistence;
using Xunit;

namespace Dashboard.UnitTests.Changes.Replicas;

public sealed class LeaseTests
{
    private static readonly WorkspaceId Workspace = WorkspaceId.New();

    [Theory, EveryEngine]
    public async Task One_replica_holds_a_lease_until_it_leaves(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        var (one, two) = (new Replica(database.Databases), new Replica(database.Databases));

        var first = await one.Leases.TakeAsync(Workspace, Lease.Sending, default);
        Assert.Equal(1, first!.Number);
        Assert.Same(first, await one.Leases.TakeAsync(Workspace, Lease.Sending, default));
        Assert.Null(await two.Leases.TakeAsync(Workspace, Lease.Sending, default));
        Assert.NotNull(await two.Leases.TakeAsync(Workspace, Lease.Syncing, default));

        await one.Me.LeaveAsync(default);
        Assert.Equal(2, (await two.Leases.TakeAsync(Workspace, Lease.Sending, default))!.Number);
    }

    [Fact]
    public async Task A_lease_given_back_is_free_at_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var (one, two) = (new Replica(database.Databases), new Replica(database.Databases));
        await one.Leases.GiveBackAsync((await one.Leases.TakeAsync(Workspace, Lease.Token, default))!);

        Assert.Equal(2, (await two.Leases.TakeAsync(Workspace, Lease.Token, default))!.Number);
        Assert.Null(await one.Leases.TakeAsync(Workspace, Lease.Token, default));
    }

    [Theory, EveryEngine]
    public async Task Of_many_who_want_it_at_once_one_gets_it(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new Replica(database.Databases).Leases.TakeAsync(Workspace, Lease.Sending, default))));

        Assert.Single(all, fence => fence is not null);
    }

    [Fact]
    public async Task A_replica_that_gives_no_sign_for_a_whole_lease_is_struck_off_and_begins_a_new_life()
    {
        await using var database = await TestDatabase.NewAsync();
        var clock = new TwoClocks();
        var (one, two) = (new Replica(database.Databases, 10, clock), new Replica(database.Databases, 10, clock));
        var first = await one.Leases.TakeAsync(Workspace, Lease.Sending, default);
        await two.Others.LookAsync(default);

        clock.Pass(TimeSpan.FromSeconds(9));
        Assert.False(await two.Others.LookAsync(default));
        Assert.Null(await two.Leases.TakeAsync(Workspace, Lease.Sending, default));
        clock.Pass(TimeSpan.FromSeconds(2));
        await two.Others.LookAsync(default);
        Assert.True(await two.Others.LookAsync(default));
        Assert.Equal(2, (await two.Leases.TakeAsync(Workspace, Lease.Sending, default))!.Number);

        Assert.False(first!.IsFresh);
        await one.Me.BeatAsync(default);
        Assert.False(first.IsFresh);
        Assert.Null(await one.Leases.TakeAsync(Workspace, Lease.Sending, default));
    }

    [Fact]
    public async Task Signs_of_life_keep_what_is_held()
    {
        await using var database = await TestDatabase.NewAsync();
        var clock = new TwoClocks();
        var (one, two) = (new Replica(database.Databases, 10, clock), new Replica(database.Databases, 10, clock));
        var first = await one.Leases.TakeAsync(Workspace, Lease.Sending, default);
        for (var round = 0; round < 10; round++)
        {
            clock.Pass(TimeSpan.FromSeconds(4));
            await one.Me.BeatAsync(default);
            Assert.False(await two.Others.LookAsync(default));
        }

        Assert.True(first!.IsFresh);
        Assert.Null(await two.Leases.TakeAsync(Workspace, Lease.Sending, default));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public async Task A_wall_clock_that_jumps_moves_no_lease(int hours)
    {
        await using var database = await TestDatabase.NewAsync();
        var clock = new TwoClocks();
        var (one, two) = (new Replica(database.Databases, 10, clock), new Replica(database.Databases, 10, clock));
        var first = await one.Leases.TakeAsync(Workspace, Lease.Sending, default);
        await two.Others.LookAsync(default);

        clock.WallClock = TimeSpan.FromHours(hours);
        await two.Others.LookAsync(default);
        Assert.False(await two.Others.LookAsync(default));
        Assert.Null(await two.Leases.TakeAsync(Workspace, Lease.Sending, default));
        Assert.True(first!.IsFresh);

        clock.Pass(TimeSpan.FromSeconds(11));
        await two.Others.LookAsync(default);
        Assert.NotNull(await two.Leases.TakeAsync(Workspace, Lease.Sending, default));
    }
}
