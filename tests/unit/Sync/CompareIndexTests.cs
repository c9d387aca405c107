using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Events;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Sync;

public sealed class CompareIndexTests
{
    [Fact]
    public async Task Verifying_finds_and_mends_what_is_missing_gone_and_older()
    {
        await using var rig = await HubSpotRig.StartAsync(320);
        await rig.SyncAsync();
        var ids = await rig.IdsAsync();
        var lost = ids[..3];
        await using (var db = rig.Open())
        {
            await db.Tasks.Where(t => lost.Contains(t.Id)).ExecuteDeleteAsync();
        }

        await rig.RenameAsync(ids[10], "Renamed unseen");
        await rig.EditAsync(new { id = $"{ids[20]}", archive = true });
        await rig.EditAsync(new { id = $"{ids[^1]}", archive = true });
        await rig.Get<VerifyIndex>().RunAsync(rig.Actor, default);
        await RunAsync(rig);

        var report = await CheckAsync(rig, IndexCheckKind.Asked);
        Assert.Equal((3, 2, 1, 0, null), (report.Missing, report.Gone, report.Older, report.Unread, report.Trouble));
        Assert.Equal(ids.Count - 6, report.Equal);
        Assert.NotNull(report.FinishedAt);
        Assert.Equal("Renamed unseen", await rig.SubjectAsync(ids[10]));
        Assert.Equal(ids.Except([ids[20], ids[^1]]), await rig.IdsAsync());

        await rig.Get<VerifyIndex>().RunAsync(rig.Actor, default);
        await RunAsync(rig);
        var again = await CheckAsync(rig, IndexCheckKind.Asked);
        Assert.Equal((0, 0, 0), (again.Missing, again.Gone, again.Older));
    }

    [Fact]
    public async Task A_check_goes_on_where_it_was_after_a_stop()
    {
        await using var rig = await HubSpotRig.StartAsync(320);
        await rig.SyncAsync();
        await rig.Get<VerifyIndex>().RunAsync(rig.Actor, default);
        await rig.FaultAsync(new { method = "GET", path = "objects/.*(tasks|0-27)", nth = 2 }, new { kind = "status", status = 403, body = new { status = "error", message = "no", category = "X" } });
        Assert.False((await rig.Get<CompareIndex>().RunAsync(rig.Workspace.Id, default)).Ok);
        var half = await CheckAsync(rig, IndexCheckKind.Asked);
        Assert.Equal(100, half.Compared);
        await rig.Control.DeleteAsync("faults");
        await rig.RestartAsync();
        var before = (await rig.CallsAsync()).Count;
        await RunAsync(rig);

        Assert.Equal((await rig.IdsAsync()).Count, (await CheckAsync(rig, IndexCheckKind.Asked)).Compared);
        Assert.InRange((await rig.CallsAsync()).Count - before, 3, 5);
    }

    [Fact]
    public async Task By_itself_it_finds_deleted_and_restored_tasks_when_its_time_has_come_and_not_before()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var rig = await HubSpotRig.StartAsync(150, clock: clock);
        await rig.SyncAsync();
        var ids = await rig.IdsAsync();
        await rig.EditAsync(new { id = $"{ids[0]}", archive = true });
        await RunAsync(rig);
        Assert.Contains(ids[0], await rig.IdsAsync());

        clock.Advance(TimeSpan.FromMinutes(6));
        await RunAsync(rig);
        Assert.DoesNotContain(ids[0], await rig.IdsAsync());

        await rig.EditAsync(new { id = $"{ids[0]}", restore = true });
        clock.Advance(TimeSpan.FromMinutes(6));
        await RunAsync(rig);
        Assert.Equal(ids, await rig.IdsAsync());
        Assert.NotNull((await CheckAsync(rig, IndexCheckKind.Sweep)).FinishedAt);
    }

    [Fact]
    public async Task An_association_taken_away_in_hubspot_is_noticed_though_the_task_has_the_same_date()
    {
        await using var rig = await HubSpotRig.StartAsync(150);
        await rig.SyncAsync();
        TaskLink link;
        await using (var db = rig.Open())
        {
            link = await db.TaskLinks.OrderBy(l => l.TaskId).FirstAsync();
        }

        var world = rig.Sandbox.World;
        lock (world.Gate)
        {
            world.Commit(new Dissociated("0-27", link.TaskId, link.ObjectType, link.RecordId, null) { Portal = SandboxWorld.MainPortal, At = world.Clock.NowMilliseconds });
        }

        await rig.Get<VerifyIndex>().RunAsync(rig.Actor, default);
        await RunAsync(rig);
        await using var after = rig.Open();
        Assert.False(await after.TaskLinks.AnyAsync(l => l.TaskId == link.TaskId && l.RecordId == link.RecordId));
    }

    [Fact]
    public async Task Only_admins_may_have_it_verified()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        Assert.IsType<Application.Kernel.Failure.Forbidden>((await rig.Get<VerifyIndex>().RunAsync(rig.Actor with { Role = Role.Manager }, default)).Failure);
    }

    private static async Task RunAsync(HubSpotRig rig)
    {
        var outcome = await rig.Get<CompareIndex>().RunAsync(rig.Workspace.Id, default);
        Assert.True(outcome.Ok, outcome.Failure?.Sentence);
    }

    private static async Task<IndexCheck> CheckAsync(HubSpotRig rig, IndexCheckKind kind)
    {
        await using var db = rig.Open();
        return await db.IndexChecks.AsNoTracking().SingleAsync(c => c.Kind == kind);
    }
}
