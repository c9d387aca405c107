using System.Net.Http.Json;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes;

public sealed class ChangeSenderTests
{
    [Fact]
    public async Task A_move_reaches_hubspot_and_the_index_takes_its_answer()
    {
        await using var rig = await Moves.StartAsync();
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await rig.SendAsync();

        Assert.Equal(["COMPLETED"], await rig.SentAsync(move.TaskId));
        var (task, change) = await rig.LookAsync(move.Id);
        Assert.Equal((ChangeState.Done, TaskChangeState.Saved, null), (change.State, task!.ChangeState, task.ChangeId));
        Assert.True(task.IsClosed);
        Assert.NotNull(task.CompletedAt);
    }

    [Fact]
    public async Task Many_moves_go_in_one_call_and_those_of_one_task_in_order()
    {
        await using var rig = await Moves.StartAsync();
        var moves = new List<Change>();
        for (var i = 0; i < 30; i++)
        {
            moves.Add(await rig.MoveAsync(rig.Open(i), "COMPLETED"));
        }

        await rig.MoveAsync(moves[0].TaskId, "WAITING");
        await rig.SendAsync();

        Assert.Equal(["COMPLETED", "WAITING"], await rig.SentAsync(moves[0].TaskId));
        var calls = await rig.Hub.CallsAsync();
        Assert.Equal((1, 1), (calls.Count(c => c.Path.EndsWith("batch/update", StringComparison.Ordinal)), calls.Count(c => c.Method == "PATCH")));
        Assert.Equal(0, await rig.WaitingAsync());
    }

    [Fact]
    public async Task One_bad_change_in_a_batch_is_refused_and_the_others_arrive()
    {
        await using var rig = await Moves.StartAsync();
        var good = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        var bad = await rig.MoveAsync(rig.Open(1), "NO_SUCH_STATUS");
        var gone = await rig.MoveAsync(rig.Open(2), "COMPLETED");
        await rig.Hub.Control.PostAsJsonAsync("edit", new { id = gone.TaskId.ToString(), archive = true });
        await rig.SendAsync();

        Assert.Equal(ChangeState.Done, (await rig.LookAsync(good.Id)).Change.State);
        Assert.Equal(ChangeState.Refused, (await rig.LookAsync(bad.Id)).Change.State);
        var (task, change) = await rig.LookAsync(gone.Id);
        Assert.Null(task);
        Assert.Contains("no longer exists", change.Reason);
    }

    [Theory]
    [InlineData("status", 500)]
    [InlineData("status", 423)]
    [InlineData("html", 200)]
    [InlineData("html", 502)]
    [InlineData("empty", 200)]
    [InlineData("reset", 0)]
    [InlineData("drop", 0)]
    [InlineData("truncate", 0)]
    [InlineData("delay", 0)]
    [InlineData("429", 429)]
    [InlineData("status", 408)]
    public async Task A_change_waits_out_trouble_and_arrives_once(string kind, int status)
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()), o => o.TimeoutSeconds = 1);
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await rig.Hub.FaultAsync(new { method = "PATCH", count = 1 }, new { kind, status, policy = "SECONDLY", milliseconds = 4_000 });
        await rig.SendAsync();

        var (task, waiting) = await rig.LookAsync(move.Id);
        Assert.Equal((ChangeState.Waiting, 1, TaskChangeState.Pending, "COMPLETED"), (waiting.State, waiting.Attempts, task!.ChangeState, task.Status));
        Assert.NotNull(waiting.Reason);

        ((FakeClock)rig.Hub.Clock).Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(async () =>
        {
            // The limiter's pause after a 429 runs on real time.
            await rig.SendAsync();
            ((FakeClock)rig.Hub.Clock).Advance(TimeSpan.FromMinutes(1));
            return (await rig.LookAsync(move.Id)).Change.State == ChangeState.Done;
        });
        Assert.Equal(["COMPLETED"], (await rig.SentAsync(move.TaskId)).Distinct());
    }

    [Fact]
    public async Task Killed_between_storing_and_sending_it_is_sent_once_by_the_next_process()
    {
        await using var rig = await Moves.StartAsync();
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await rig.Hub.RestartAsync();
        await rig.SendAsync();
        await rig.SendAsync();
        Assert.Equal(["COMPLETED"], await rig.SentAsync(move.TaskId));
    }

    [Fact]
    public async Task Killed_while_hubspot_answers_it_arrives_after_the_restart()
    {
        await using var rig = await Moves.StartAsync();
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await rig.Hub.FaultAsync(new { method = "PATCH", count = 1 }, new { kind = "delay", milliseconds = 60_000 });
        using var killed = new CancellationTokenSource();
        var sending = rig.Hub.Get<ChangeSender>().RunAsync(rig.Hub.Workspace.Id, killed.Token);
        await Eventually.TrueAsync(async () => (await rig.Hub.Control.GetStringAsync("faults")).Contains("\"struck\":1"));
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        await rig.Hub.RestartAsync();
        await rig.SendAsync();
        Assert.Equal(ChangeState.Done, (await rig.LookAsync(move.Id)).Change.State);
        Assert.Equal(["COMPLETED"], await rig.SentAsync(move.TaskId));
    }

    [Fact]
    public async Task Without_a_valid_grant_changes_wait_for_the_new_connection()
    {
        await using var rig = await Moves.StartAsync();
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await using (var db = rig.Hub.Open())
        {
            (await db.Connections.SingleAsync()).State = ConnectionState.NeedsReconnect;
            await db.SaveChangesAsync();
        }

        await rig.SendAsync();
        var (_, change) = await rig.LookAsync(move.Id);
        Assert.Equal(ChangeState.Waiting, change.State);
        Assert.Contains("must be renewed", change.Reason);
    }

    [Fact]
    public async Task A_poisoned_change_does_not_hold_up_the_others()
    {
        await using var rig = await Moves.StartAsync();
        var poisoned = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await rig.Hub.FaultAsync(new { method = "PATCH", path = $"{poisoned.TaskId}$" }, new { kind = "status", status = 500 });
        await rig.SendAsync();
        var good = await rig.MoveAsync(rig.Open(1), "COMPLETED");
        await rig.SendAsync();
        Assert.Equal(ChangeState.Done, (await rig.LookAsync(good.Id)).Change.State);
        Assert.Equal(ChangeState.Waiting, (await rig.LookAsync(poisoned.Id)).Change.State);
    }
}
