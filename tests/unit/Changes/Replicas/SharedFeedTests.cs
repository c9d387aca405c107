using System.Threading.Channels;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.UnitTests.Persistence;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes.Replicas;

public sealed class SharedFeedTests
{
    private static readonly WorkspaceId Workspace = WorkspaceId.New();

    [Theory, EveryEngine]
    public async Task What_one_replica_says_the_other_hears_once_and_wakes_its_sender(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        var (one, two) = (new Replica(database.Databases), new Replica(database.Databases));
        var (here, there) = (Hearing(one), Hearing(two));
        await StartAsync((one, here), (two, there));

        one.Feed.Publish(new WorkspaceSignal.TasksChanged(Workspace, [7, 8], "Maya"));
        one.Feed.Publish(new WorkspaceSignal.SyncProgressed(Workspace));

        var first = Assert.IsType<WorkspaceSignal.TasksChanged>(await there.ReadAsync());
        Assert.Equal([7L, 8L], first.TaskIds);
        Assert.Equal(("Maya", Workspace), (first.By, first.Workspace));
        Assert.IsType<WorkspaceSignal.SyncProgressed>(await there.ReadAsync());
        Assert.Equal(Workspace, await two.Changes.Rings.ReadAsync());
        Assert.False(two.Syncs.Rings.TryRead(out _));

        two.Feed.Publish(new WorkspaceSignal.MembersChanged(Workspace));
        Assert.IsType<WorkspaceSignal.TasksChanged>(await here.ReadAsync());
        Assert.IsType<WorkspaceSignal.SyncProgressed>(await here.ReadAsync());
        Assert.IsType<WorkspaceSignal.MembersChanged>(await here.ReadAsync());
        Assert.IsType<WorkspaceSignal.MembersChanged>(await there.ReadAsync());
        Assert.False(here.TryRead(out _) || there.TryRead(out _));
        await StopAsync(one, two);
    }

    [Fact]
    public async Task A_number_that_becomes_visible_late_is_not_missed()
    {
        await using var database = await TestDatabase.NewAsync();
        var replica = new Replica(database.Databases, clock: new TwoClocks());
        await InsertAsync(database, 1);
        await replica.Reader.ReadAsync(default);
        var heard = Hearing(replica);
        await InsertAsync(database, 4);
        await replica.Reader.ReadAsync(default);
        await InsertAsync(database, 3);
        await replica.Reader.ReadAsync(default);
        await replica.Reader.ReadAsync(default);

        Assert.Equal(2, Count(heard));
    }

    [Fact]
    public async Task Alone_nothing_is_written()
    {
        await using var database = await TestDatabase.NewAsync();
        var alone = new Replica(database.Databases);
        await alone.Loop.StartAsync(default);
        await Eventually.TrueAsync(() => alone.Me.Life is not null);
        alone.Feed.Publish(new WorkspaceSignal.SyncProgressed(Workspace));
        await StopAsync(alone);

        await using var directory = database.Databases.OpenDirectory();
        Assert.Equal(0, await directory.Feed.CountAsync());
        Assert.Equal(0, await directory.Replicas.CountAsync());
    }

    [Fact]
    public async Task When_a_replica_dies_the_others_read_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var (one, two) = (new Replica(database.Databases, leaseSeconds: 1), new Replica(database.Databases, leaseSeconds: 1));
        await one.Me.BeatAsync(default);
        await two.Loop.StartAsync(default);
        await Eventually.TrueAsync(() => two.Others.Any);
        var heard = Hearing(two);

        await Eventually.TrueAsync(() => !two.Others.Any);
        Assert.IsType<WorkspaceSignal.ConnectionChanged>(await heard.ReadAsync());
        Assert.IsType<WorkspaceSignal.TasksChanged>(await heard.ReadAsync());
        await StopAsync(two);
    }

    [Fact]
    public void Every_kind_of_signal_finds_its_way_back()
    {
        WorkspaceSignal[] all =
        [
            new WorkspaceSignal.TasksChanged(Workspace, [1], "Maya"), new WorkspaceSignal.SyncProgressed(Workspace),
            new WorkspaceSignal.ConnectionChanged(Workspace), new WorkspaceSignal.MembersChanged(Workspace),
        ];
        Assert.All(all, signal => Assert.IsType(signal.GetType(), FeedEntry.Of(signal, Guid.NewGuid()).Signal()));
        Assert.Null(new FeedEntry { WorkspaceId = Workspace, Origin = default, Kind = "FromTomorrow", Content = "{}" }.Signal());
    }

    private static async Task StartAsync(params (Replica Replica, ChannelReader<WorkspaceSignal> Heard)[] all)
    {
        foreach (var (replica, _) in all)
        {
            await replica.Loop.StartAsync(default);
        }

        await Eventually.TrueAsync(() => all.All(one => one.Replica.Others.Any));
        foreach (var (_, heard) in all)
        {
            // A newcomer reads again once the others know of it.
            Assert.IsType<WorkspaceSignal.ConnectionChanged>(await heard.ReadAsync());
            Assert.IsType<WorkspaceSignal.TasksChanged>(await heard.ReadAsync());
        }
    }

    private static async Task StopAsync(params Replica[] all)
    {
        foreach (var replica in all)
        {
            await replica.Loop.StopAsync(default);
            replica.Loop.Dispose();
        }
    }

    private static ChannelReader<WorkspaceSignal> Hearing(Replica replica)
    {
        var heard = Channel.CreateUnbounded<WorkspaceSignal>();
        replica.Here.Subscribe(Workspace, signal => heard.Writer.TryWrite(signal));
        return heard.Reader;
    }

    private static int Count(ChannelReader<WorkspaceSignal> heard)
    {
        var count = 0;
        while (heard.TryRead(out _))
        {
            count++;
        }

        return count;
    }

    private static async Task InsertAsync(TestDatabase database, long sequence)
    {
        var entry = FeedEntry.Of(new WorkspaceSignal.SyncProgressed(Workspace), Guid.NewGuid());
        await using var directory = database.Databases.OpenDirectory();
        directory.Feed.Add(new FeedEntry { Sequence = sequence, WorkspaceId = Workspace, Origin = entry.Origin, Kind = entry.Kind, Content = entry.Content });
        await directory.SaveChangesAsync();
    }
}
