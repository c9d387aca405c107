using System.Net.Http.Json;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(409)]
    public async Task A_refused_move_returns_to_its_exact_place_with_hubspot_s_words(int status)
    {
        await using var rig = await Moves.StartAsync();
        var before = await TaskAsync(rig, rig.Open(0));
        var move = await rig.MoveAsync(before.Id, "COMPLETED", rank: 12345);
        await rig.Hub.FaultAsync(new { method = "PATCH" }, new { kind = "status", status, body = """{"message":"A rule of your admin forbids it.","correlationId":"c-1"}""" });
        await rig.SendAsync();

        var (task, change) = await rig.LookAsync(move.Id);
        Assert.Equal((before.Status, before.Rank, before.RankedByHand, before.IsClosed), (task!.Status, task.Rank, task.RankedByHand, task.IsClosed));
        Assert.Equal((TaskChangeState.Refused, move.Id), (task.ChangeState, task.ChangeId!.Value));
        Assert.Equal((ChangeState.Refused, "c-1"), (change.State, change.CorrelationId));
        Assert.Contains("A rule of your admin forbids it.", change.Reason);
        Assert.Empty(await rig.SentAsync(before.Id));
    }

    [Fact]
    public async Task A_refused_move_shows_what_hubspot_has_now()
    {
        await using var rig = await Moves.StartAsync();
        var id = rig.Open(0);
        var move = await rig.MoveAsync(id, "COMPLETED");
        await rig.Hub.Control.PostAsJsonAsync("edit", new { id = id.ToString(), properties = new { hs_task_status = "WAITING" } });
        await rig.Hub.FaultAsync(new { method = "PATCH" }, new { kind = "status", status = 400 });
        await rig.SendAsync();
        Assert.Equal("WAITING", (await rig.LookAsync(move.Id)).Task!.Status);
    }

    [Fact]
    public async Task When_hubspot_cannot_be_asked_the_values_from_before_come_back()
    {
        await using var rig = await Moves.StartAsync();
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await rig.Hub.FaultAsync(new { method = "PATCH" }, new { kind = "status", status = 400 });
        await rig.Hub.FaultAsync(new { method = "GET" }, new { kind = "status", status = 503 });
        await rig.SendAsync();
        Assert.Equal(("NOT_STARTED", false), ((await rig.LookAsync(move.Id)).Task!.Status, (await rig.LookAsync(move.Id)).Task!.IsClosed));
    }

    [Fact]
    public async Task A_value_hubspot_silently_keeps_is_not_shown_as_saved()
    {
        await using var rig = await Moves.StartAsync();
        var id = rig.Open(0);
        var move = await rig.MoveAsync(id, "COMPLETED");
        await rig.Hub.FaultAsync(new { method = "PATCH" }, new { kind = "status", status = 200, body = $$$"""{"id":"{{{id}}}","properties":{"hs_task_status":"NOT_STARTED"}}""" });
        await rig.SendAsync();
        var (task, change) = await rig.LookAsync(move.Id);
        Assert.Equal((ChangeState.Refused, "NOT_STARTED"), (change.State, task!.Status));
        Assert.Contains("hs_task_status", change.Reason);
    }

    [Fact]
    public async Task A_later_move_of_the_same_card_survives_the_refusal_of_the_first()
    {
        await using var rig = await Moves.StartAsync();
        var first = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        var second = await rig.MoveAsync(rig.Open(0), "WAITING");
        await rig.Hub.FaultAsync(new { method = "PATCH", count = 1 }, new { kind = "status", status = 400 });
        await rig.SendAsync();
        Assert.Equal(ChangeState.Refused, (await rig.LookAsync(first.Id)).Change.State);
        var (task, change) = await rig.LookAsync(second.Id);
        Assert.Equal((ChangeState.Done, "WAITING", TaskChangeState.Saved), (change.State, task!.Status, task.ChangeState));
    }

    [Fact]
    public async Task A_refused_change_can_be_sent_again_or_let_go()
    {
        await using var rig = await Moves.StartAsync();
        var (again, dropped) = (await rig.MoveAsync(rig.Open(0), "COMPLETED"), await rig.MoveAsync(rig.Open(1), "COMPLETED"));
        await rig.Hub.FaultAsync(new { method = "PATCH", count = 2 }, new { kind = "status", status = 400 });
        await rig.Hub.FaultAsync(new { path = "batch/update", count = 1 }, new { kind = "status", status = 400 });
        await rig.SendAsync();

        Assert.True((await rig.Hub.Get<RetryChange>().RunAsync(rig.Hub.Actor, again.Id, CancellationToken.None)).Ok);
        Assert.True((await rig.Hub.Get<DropChange>().RunAsync(rig.Hub.Actor, dropped.Id, CancellationToken.None)).Ok);
        await rig.SendAsync();
        Assert.Equal(["COMPLETED"], await rig.SentAsync(again.TaskId));
        Assert.Empty(await rig.SentAsync(dropped.TaskId));
        Assert.Equal(TaskChangeState.Saved, (await rig.LookAsync(dropped.Id)).Task!.ChangeState);
    }

    [Fact]
    public async Task Somebody_of_another_workspace_finds_no_such_change()
    {
        await using var rig = await Moves.StartAsync();
        var move = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        var stranger = new Actor(WorkspaceId.New(), Guid.NewGuid(), "Stranger", Role.Owner);
        Assert.IsType<Failure.NotFound>((await rig.Hub.Get<UndoChange>().RunAsync(stranger, move.Id, CancellationToken.None)).Failure);
        Assert.IsType<Failure.NotFound>((await rig.Hub.Get<RetryChange>().RunAsync(stranger, move.Id, CancellationToken.None)).Failure);
        Assert.IsType<Failure.NotFound>((await rig.Hub.Get<DropChange>().RunAsync(stranger, move.Id, CancellationToken.None)).Failure);
        var viewer = rig.Hub.Actor with { Role = Role.Viewer };
        Assert.IsType<Failure.Forbidden>((await rig.Hub.Get<UndoChange>().RunAsync(viewer, move.Id, CancellationToken.None)).Failure);
    }

    private static async Task<CrmTask> TaskAsync(Moves rig, long id)
    {
        await using var db = rig.Hub.Open();
        return await db.Tasks.AsNoTracking().SingleAsync(t => t.Id == id);
    }
}
