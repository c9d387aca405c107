using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes;

public sealed class DeletionTests
{
    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task A_deleted_task_is_gone_at_once_and_goes_to_the_recycling_bin_ten_seconds_later(string version)
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()), o => o.ApiVersion = version);
        var deleted = await DeleteAsync(rig, rig.Open(0));
        Assert.Null(await rig.TaskAsync(rig.Open(0)));
        await rig.SendAsync();
        Assert.Empty(await rig.Hub.LedgerAsync("archive"));

        // Survives a restart.
        await rig.Hub.RestartAsync();
        ((FakeClock)rig.Hub.Clock).Advance(TimeSpan.FromSeconds(10));
        await rig.SendAsync();
        Assert.Single(await rig.Hub.LedgerAsync("archive"));
        Assert.Equal(ChangeState.Done, (await rig.LookAsync(deleted.Change)).Change.State);
        Assert.Contains("/0-27/", deleted.RestoreAddress);
    }

    [Fact]
    public async Task Taken_back_in_time_it_never_happened()
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        var before = await rig.TaskAsync(rig.Open(0));
        var deleted = await DeleteAsync(rig, rig.Open(0));
        Assert.True((await rig.Hub.Get<UndoChange>().RunAsync(rig.Hub.Actor, deleted.Change, default)).Ok);
        ((FakeClock)rig.Hub.Clock).Advance(TimeSpan.FromMinutes(1));
        await rig.SendAsync();

        Assert.Empty(await rig.Hub.LedgerAsync("archive"));
        var after = await rig.TaskAsync(rig.Open(0));
        Assert.Equal((before!.Rank, before.Status, TaskChangeState.Saved), (after!.Rank, after.Status, after.ChangeState));
    }

    [Fact]
    public async Task Once_hubspot_has_it_undo_says_where_it_can_be_restored()
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        var deleted = await DeleteAsync(rig, rig.Open(0));
        ((FakeClock)rig.Hub.Clock).Advance(TimeSpan.FromSeconds(11));
        await rig.SendAsync();
        var undone = await rig.Hub.Get<UndoChange>().RunAsync(rig.Hub.Actor, deleted.Change, default);
        Assert.Contains("recycling bin", Assert.IsType<Failure.Conflict>(undone.Failure).Sentence);
        Assert.Null(await rig.TaskAsync(rig.Open(0)));
    }

    [Fact]
    public async Task Refused_it_comes_back_with_the_reason()
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        await rig.Hub.FaultAsync(new { method = "DELETE" }, new { kind = "status", status = 403, body = """{"message":"You may not delete."}""" });
        var deleted = await DeleteAsync(rig, rig.Open(0));
        ((FakeClock)rig.Hub.Clock).Advance(TimeSpan.FromSeconds(11));
        await rig.SendAsync();
        var (task, change) = await rig.LookAsync(deleted.Change);
        Assert.Equal((TaskChangeState.Refused, ChangeState.Refused), (task!.ChangeState, change.State));
        Assert.Contains("You may not delete.", change.Reason);
    }

    [Fact]
    public async Task A_search_that_still_tells_of_it_does_not_bring_it_back()
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        var deleted = await DeleteAsync(rig, rig.Open(0));
        Assert.True((await rig.Hub.Get<DeltaSync>().RunAsync(rig.Hub.Workspace.Id, default)).Ok);
        Assert.Null(await rig.TaskAsync(rig.Open(0)));

        ((FakeClock)rig.Hub.Clock).Advance(TimeSpan.FromSeconds(11));
        await rig.SendAsync();
        await using var db = rig.Hub.Open();
        var hidden = await db.TasksAndDeleted.AsNoTracking().SingleAsync(t => t.Id == rig.Open(0));
        var late = new Application.Connections.Portal.RemoteTask(
            hidden.Id, new Dictionary<string, string?> { [TaskProperty.Subject] = "Late" }, null, hidden.RemoteUpdatedAt.AddSeconds(-1), null);
        await Application.Changes.TaskIntake.TakeAsync(db, [late], await TaskStatuses.LoadAsync(db, default), default);
        await db.SaveChangesAsync();
        Assert.Null(await rig.TaskAsync(rig.Open(0)));

        // Brought back in HubSpot, it is changed later than that.
        await Application.Changes.TaskIntake.TakeAsync(db, [late with { UpdatedAt = hidden.RemoteUpdatedAt.AddMinutes(1) }], await TaskStatuses.LoadAsync(db, default), default);
        await db.SaveChangesAsync();
        Assert.NotNull(await rig.TaskAsync(rig.Open(0)));
        Assert.Equal(ChangeState.Done, (await rig.LookAsync(deleted.Change)).Change.State);
    }

    private static async Task<TaskDeleted> DeleteAsync(Moves rig, long id)
    {
        var deleted = await rig.Hub.Get<DeleteTask>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), id, default);
        Assert.True(deleted.Ok, deleted.Failure?.Sentence);
        return deleted.Value;
    }
}
