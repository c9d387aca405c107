using System.Net.Http.Json;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes;

public sealed class UndoTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_undone_move_is_back_in_hubspot_and_in_its_place(bool sentBefore)
    {
        await using var rig = await Moves.StartAsync();
        long rank;
        await using (var db = rig.Hub.Open())
        {
            var id = rig.Open(0);
            rank = await db.Tasks.Where(t => t.Id == id).Select(t => t.Rank).SingleAsync();
        }

        var move = await rig.MoveAsync(rig.Open(0), "IN_PROGRESS", rank: 777);
        if (sentBefore)
        {
            await rig.SendAsync();
        }

        var undone = await rig.Hub.Get<UndoChange>().RunAsync(rig.Hub.Actor, move.Id, CancellationToken.None);
        Assert.True(undone.Ok, undone.Failure?.Sentence);
        await rig.SendAsync();

        Assert.Equal(["IN_PROGRESS", "NOT_STARTED"], await rig.SentAsync(move.TaskId));
        var (task, _) = await rig.LookAsync(move.Id);
        Assert.Equal(("NOT_STARTED", rank, false), (task!.Status, task.Rank, task.RankedByHand));
    }

    [Fact]
    public async Task A_field_somebody_else_changed_since_is_not_undone_over()
    {
        await using var rig = await Moves.StartAsync();
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await rig.SendAsync();
        await rig.Hub.Control.PostAsJsonAsync("edit", new { id = move.TaskId.ToString(), properties = new { hs_task_status = "WAITING" } });
        await rig.Hub.Get<RefreshTask>().RunAsync(rig.Hub.Actor, move.TaskId, CancellationToken.None);

        var undone = await rig.Hub.Get<UndoChange>().RunAsync(rig.Hub.Actor, move.Id, CancellationToken.None);
        Assert.Contains("WAITING", Assert.IsType<Failure.Conflict>(undone.Failure).Sentence);
        Assert.Equal(0, await rig.WaitingAsync());
    }

    [Fact]
    public async Task An_answer_of_the_sync_leaves_a_field_alone_that_is_on_its_way()
    {
        await using var rig = await Moves.StartAsync();
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await rig.Hub.Control.PostAsJsonAsync("edit", new { id = move.TaskId.ToString(), properties = new { hs_task_status = "WAITING", hs_task_subject = "Renamed there" } });
        Assert.True((await rig.Hub.Get<DeltaSync>().RunAsync(rig.Hub.Workspace.Id, CancellationToken.None)).Ok);
        var (task, _) = await rig.LookAsync(move.Id);
        Assert.Equal(("COMPLETED", "Renamed there", true), (task!.Status, task.Subject, task.IsClosed));
    }
}
