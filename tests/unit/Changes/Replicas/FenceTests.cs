using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.Application.Sync;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes.Replicas;

/// <summary>A holder that was held up past its lease can neither write nor send.</summary>
public sealed class FenceTests
{
    /// <summary>Guard: <see cref="Fence.RequireAsync"/> in <see cref="UnitOfWork"/>. Without it the first sender settles what is no longer its own.</summary>
    [Fact]
    public async Task A_late_settle_is_refused_and_the_next_holder_sends_again()
    {
        await using var rig = await Moves.StartAsync();
        var (one, two) = await RivalsAsync(rig);
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");

        await Assert.ThrowsAsync<LeaseLostException>(() => BehindAsync(one, rig.SendAsync));
        Assert.Equal(ChangeState.Waiting, (await rig.LookAsync(move.Id)).Change.State);

        await BehindAsync(two, rig.SendAsync);
        Assert.Equal(ChangeState.Done, (await rig.LookAsync(move.Id)).Change.State);
        Assert.All(await rig.SentAsync(move.TaskId), status => Assert.Equal("COMPLETED", status));
    }

    /// <summary>The same without the guard: what the test above is there to see.</summary>
    [Fact]
    public async Task Without_its_fence_the_late_settle_would_be_stored()
    {
        await using var rig = await Moves.StartAsync();
        await RivalsAsync(rig);
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");

        await rig.SendAsync();
        Assert.Equal(ChangeState.Done, (await rig.LookAsync(move.Id)).Change.State);
    }

    [Fact]
    public async Task A_creation_that_was_sent_and_never_settled_is_found_by_the_next_holder()
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        var dbs = rig.Hub.Get<IDashboardDbs>();
        var (first, second) = (new Replica(dbs), new Replica(dbs));
        var one = await first.Leases.TakeAsync(rig.Hub.Workspace.Id, Lease.Sending, default);
        var made = await rig.CreateAsync("Ring back about the offer");

        // It is taken over while HubSpot makes the task.
        await rig.Hub.FaultAsync(new { method = "POST", path = "/objects/", count = 1 }, new { kind = "delay", milliseconds = 700 });
        var sending = Task.Run(() => BehindAsync(one!, rig.SendAsync));
        await Eventually.TrueAsync(async () => (await rig.Hub.Control.GetStringAsync("faults")).Contains("\"struck\":1"));
        await first.Me.LeaveAsync(default);
        var two = await second.Leases.TakeAsync(rig.Hub.Workspace.Id, Lease.Sending, default);
        await Assert.ThrowsAsync<LeaseLostException>(() => sending);

        await BehindAsync(two!, async () =>
        {
            await rig.SendUntilDoneAsync(made.Change!.Value);
            return true;
        });
        Assert.Single(await rig.Hub.LedgerAsync("create"), e => e.GetProperty("properties").GetProperty("hs_task_subject").GetString() == "Ring back about the offer");
    }

    /// <summary>Guard: the look at the last beat in HubSpotHttp. Without it the request leaves.</summary>
    [Fact]
    public async Task Nothing_is_sent_by_a_replica_that_may_have_been_taken_over()
    {
        await using var rig = await Moves.StartAsync();
        var clock = new TwoClocks();
        var one = new Replica(rig.Hub.Get<IDashboardDbs>(), 10, clock);
        var fence = await one.Leases.TakeAsync(rig.Hub.Workspace.Id, Lease.Sending, default);
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");

        clock.Pass(TimeSpan.FromSeconds(9));
        await BehindAsync(fence!, rig.SendAsync);
        Assert.Empty(await rig.SentAsync(move.TaskId));
        var (_, change) = await rig.LookAsync(move.Id);
        Assert.Equal((ChangeState.Waiting, "The server was held up before this was sent. It is sent again."), (change.State, change.Reason));
    }

    [Fact]
    public async Task A_late_reader_moves_no_checkpoint()
    {
        await using var rig = await HubSpotRig.StartAsync(60);
        var dbs = rig.Get<IDashboardDbs>();
        var (first, second) = (new Replica(dbs), new Replica(dbs));
        var one = await first.Leases.TakeAsync(rig.Workspace.Id, Lease.Syncing, default);
        await TakeOverAsync(dbs, first, second, rig.Workspace.Id, Lease.Syncing);

        await Assert.ThrowsAsync<LeaseLostException>(() => BehindAsync(one!, () => rig.Get<SyncWorkspace>().RunAsync(rig.Workspace.Id, default)));
        await using var db = rig.Open();
        Assert.Equal(SyncPhase.New, (await db.SyncStates.SingleAsync()).Phase);
        Assert.Equal(0, await db.Tasks.CountAsync());
    }

    [Fact]
    public async Task Who_is_told_by_a_loop_does_not_stand_behind_its_fence()
    {
        await using var rig = await Moves.StartAsync();
        var (one, _) = await RivalsAsync(rig);
        var heard = new List<Fence?>();
        var replica = new Replica(rig.Hub.Get<IDashboardDbs>());
        using var hearing = replica.Here.Subscribe(rig.Hub.Workspace.Id, _ => heard.Add(Fence.Current));

        Fence.Enter(one);
        replica.Here.Publish(new WorkspaceSignal.MembersChanged(rig.Hub.Workspace.Id));
        Assert.Same(one, Fence.Current);
        Assert.Equal([null], heard);
    }

    private static async Task<(Fence Late, Fence Now)> RivalsAsync(Moves rig)
    {
        var dbs = rig.Hub.Get<IDashboardDbs>();
        var (first, second) = (new Replica(dbs), new Replica(dbs));
        var late = await first.Leases.TakeAsync(rig.Hub.Workspace.Id, Lease.Sending, default);
        return (late!, await TakeOverAsync(dbs, first, second, rig.Hub.Workspace.Id, Lease.Sending));
    }

    /// <summary>As if the first had stood still for a lease: it does not know yet.</summary>
    private static async Task<Fence> TakeOverAsync(IDashboardDbs dbs, Replica first, Replica second, WorkspaceId workspace, string name)
    {
        await using (var directory = dbs.OpenDirectory())
        {
            await directory.Replicas.Where(r => r.Id == first.Me.Life!.Id).ExecuteDeleteAsync();
        }

        return (await second.Leases.TakeAsync(workspace, name, default))!;
    }

    private static async Task<T> BehindAsync<T>(Fence fence, Func<Task<T>> work)
    {
        Fence.Enter(fence);
        return await work();
    }
}
