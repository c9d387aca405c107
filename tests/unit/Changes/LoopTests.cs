using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.Application.Sync;
using Dashboard.Infrastructure.Background;
using Dashboard.UnitTests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dashboard.UnitTests.Changes;

public sealed class LoopTests
{
    private static readonly BackgroundOptions Slow = new() { PollSeconds = 3600, SendPollSeconds = 60 };

    [Fact]
    public async Task A_change_is_sent_as_soon_as_the_bell_rings()
    {
        await using var rig = await Moves.StartAsync();
        using var loop = Sending(rig, Slow, new LoopHealth(TimeProvider.System));
        await loop.StartAsync(CancellationToken.None);
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await Eventually.TrueAsync(async () => (await rig.LookAsync(move.Id)).Change.State == ChangeState.Done, seconds: 5);
        await loop.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task What_waits_from_before_the_start_is_sent_without_a_bell()
    {
        await using var rig = await Moves.StartAsync();
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await rig.Hub.RestartAsync();
        using var loop = Sending(rig, Slow, new LoopHealth(TimeProvider.System));
        await loop.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(async () => (await rig.LookAsync(move.Id)).Change.State == ChangeState.Done, seconds: 5);
        await loop.StopAsync(CancellationToken.None);
        Assert.Equal(["COMPLETED"], await rig.SentAsync(move.TaskId));
    }

    [Fact]
    public async Task A_portal_is_read_after_connecting_and_kept_fresh()
    {
        await using var rig = await HubSpotRig.StartAsync(60);
        using var loop = new SyncingLoop(
            rig.Get<SyncWorkspace>(), rig.Get<SyncBell>(), rig.Get<IDashboardDbs>(), rig.Get<Leases>(), new BackgroundOptions { PollSeconds = 0.1 },
            new LoopHealth(TimeProvider.System), NullLogger<SyncingLoop>.Instance, TimeProvider.System);
        await loop.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(async () =>
        {
            await using var db = rig.Open();
            return db.SyncStates.Single() is { Phase: SyncPhase.Live, LastDeltaAt: { } at, FinishedAt: { } finished } && at > finished;
        });
        await loop.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_loop_that_throws_starts_again_and_shows()
    {
        var health = new LoopHealth(TimeProvider.System);
        await using var rig = await Moves.StartAsync();
        using var loop = new SendingLoop(
            rig.Hub.Get<ChangeSender>(), new ChangeBell(), new BrokenOnce(rig.Hub.Get<IDashboardDbs>()), rig.Hub.Get<Leases>(), Slow, health, NullLogger<SendingLoop>.Instance, TimeProvider.System);
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await loop.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(!health.IsHealthy));
        await Eventually.TrueAsync(async () => (await rig.LookAsync(move.Id)).Change.State == ChangeState.Done, seconds: 5);
        await loop.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task One_workspace_that_hangs_holds_up_nobody_else()
    {
        var (slow, quick) = (WorkspaceId.New(), WorkspaceId.New());
        var done = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        var count = 0;
        var runs = new WorkspaceRuns(
            async (workspace, _) =>
            {
                if (workspace == slow)
                {
                    await never.Task;
                }
                else if (Interlocked.Increment(ref count) == 1)
                {
                    throw new InvalidOperationException("Broken the first time.");
                }
                else
                {
                    done.SetResult();
                }
            },
            NullLogger.Instance);
        runs.Start(slow, CancellationToken.None);
        runs.Start(quick, CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(runs.Broken.ContainsKey(quick)));
        runs.Start(quick, CancellationToken.None);
        await done.Task.WaitAsync(TimeSpan.FromSeconds(30));
        never.SetResult();
        await runs.DrainAsync();
    }

    private static SendingLoop Sending(Moves rig, BackgroundOptions options, LoopHealth health) => new(
        rig.Hub.Get<ChangeSender>(), rig.Hub.Get<ChangeBell>(), rig.Hub.Get<IDashboardDbs>(), rig.Hub.Get<Leases>(), options, health, NullLogger<SendingLoop>.Instance, TimeProvider.System);

    /// <summary>A database that cannot be opened the first time.</summary>
    private sealed class BrokenOnce(IDashboardDbs inner) : IDashboardDbs
    {
        private int opened;

        public IDashboardDb Open(WorkspaceId workspace) => inner.Open(workspace);

        public IDirectoryDb OpenDirectory() => Interlocked.Increment(ref opened) == 1 ? throw new InvalidOperationException("No database.") : inner.OpenDirectory();
    }
}
