using System.Net.Http.Json;
using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Wants;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes.Telling;

/// <summary>
/// HubSpot takes a status only with another property set. Guards: <see cref="LearnedRules"/> (asked before sending) and <see cref="AnswerWants"/> (nothing but
/// what is wanted, checked again); <see cref="A_rule_that_is_gone_is_forgotten_when_HubSpot_takes_one_without"/> is red when a rule is never dropped.
/// </summary>
public sealed class WantsTests
{
    [Fact]
    public async Task A_refusal_names_what_is_missing_and_one_answer_saves_both_in_one_call()
    {
        await using var rig = await StartAsync();
        var move = await RefusedAsync(rig);
        var (task, change) = await rig.LookAsync(move.Id);
        Assert.Equal((ChangeState.Refused, TaskProperty.Body, "NOT_STARTED"), (change.State, change.Wants, task!.Status));

        var before = (await rig.Hub.CallsAsync()).Count;
        var answered = await AnswerAsync(rig, move.Id, (TaskProperty.Body, "<p>Called, wants a quote</p>"));
        Assert.True(answered.Ok, answered.Failure?.Sentence);
        await rig.SendAsync();

        Assert.Single((await rig.Hub.CallsAsync()).Skip(before), c => c.Method == "PATCH");
        var sent = Assert.Single(await rig.Hub.LedgerAsync("update"), e => e.GetProperty("objectId").GetString() == $"{move.TaskId}").GetProperty("properties");
        Assert.Equal(("COMPLETED", "<p>Called, wants a quote</p>"), (sent.GetProperty(TaskProperty.Status).GetString(), sent.GetProperty(TaskProperty.Body).GetString()));
        Assert.Equal(TaskChangeState.Saved, (await rig.TaskAsync(move.TaskId))!.ChangeState);
    }

    [Fact]
    public async Task The_next_such_move_is_asked_about_before_anything_is_sent()
    {
        await using var rig = await StartAsync();
        await RefusedAsync(rig);
        var before = (await rig.Hub.CallsAsync()).Count;
        var move = await rig.MoveAsync(await EmptyAsync(rig, 1), "COMPLETED", rank: 77);
        await rig.SendAsync();

        Assert.Equal(before, (await rig.Hub.CallsAsync()).Count);
        var (task, change) = await rig.LookAsync(move.Id);
        Assert.Equal((ChangeState.Wanting, TaskChangeState.Wanting, "COMPLETED", 77), (change.State, task!.ChangeState, task.Status, task.Rank));

        Assert.True((await AnswerAsync(rig, move.Id, (TaskProperty.Body, "Done by phone"))).Ok);
        await rig.SendAsync();
        (task, change) = await rig.LookAsync(move.Id);
        Assert.Equal((ChangeState.Done, TaskChangeState.Saved, "COMPLETED"), (change.State, task!.ChangeState, task.Status));
        Assert.Equal(["COMPLETED"], await rig.SentAsync(move.TaskId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Letting_it_be_puts_the_card_back_in_its_exact_place(bool byUndo)
    {
        await using var rig = await StartAsync();
        await RefusedAsync(rig);
        var was = (await rig.TaskAsync(await EmptyAsync(rig, 1)))!;
        var move = await rig.MoveAsync(was.Id, "COMPLETED", rank: 77);
        var left = byUndo
            ? await rig.Hub.Get<UndoChange>().RunAsync(rig.Hub.Actor, move.Id, default)
            : await rig.Hub.Get<DropChange>().RunAsync(rig.Hub.Actor, move.Id, default);
        Assert.True(left.Ok, left.Failure?.Sentence);
        await rig.SendAsync();
        var task = (await rig.TaskAsync(was.Id))!;
        Assert.Equal((was.Status, was.Rank, was.RankedByHand, was.IsClosed, TaskChangeState.Saved), (task.Status, task.Rank, task.RankedByHand, task.IsClosed, task.ChangeState));
        Assert.Empty(await rig.SentAsync(was.Id));
    }

    [Fact]
    public async Task Several_cards_are_answered_once_for_all()
    {
        await using var rig = await StartAsync();
        await RefusedAsync(rig);
        var run = Guid.NewGuid();
        long[] ids = [await EmptyAsync(rig, 1), await EmptyAsync(rig, 2), await EmptyAsync(rig, 3)];
        await rig.Hub.Get<RunBulk>().RunAsync(rig.Hub.Actor, run, ids, BulkWish.Set(TaskProperty.Status, "COMPLETED"), TimeZoneInfo.Utc, default);
        var shown = (await rig.Hub.Get<ShowBulk>().RunAsync(rig.Hub.Actor, run, default)).Value;
        Assert.Equal((3, 3, true), (shown.Total, shown.Wanting, shown.IsOver));
        Assert.Equal([TaskProperty.Body], shown.Wants);
        Assert.Equal(3, (await rig.Hub.Get<ShowWants>().RunAsync(rig.Hub.Actor, run, default)).Value.Tasks);

        Assert.Equal(3, (await AnswerAsync(rig, run, (TaskProperty.Body, "Cleared out"))).Value);
        await rig.SendAsync();
        Assert.Equal(3, (await rig.Hub.Get<ShowBulk>().RunAsync(rig.Hub.Actor, run, default)).Value.Done);
    }

    [Fact]
    public async Task A_rule_that_is_gone_is_forgotten_when_HubSpot_takes_one_without()
    {
        await using var rig = await StartAsync();
        await RefusedAsync(rig);
        await rig.Hub.Control.DeleteAsync("rules");
        var asked = await rig.MoveAsync(await EmptyAsync(rig, 1), "COMPLETED");
        Assert.Equal(ChangeState.Wanting, asked.State);
        Assert.True((await rig.Hub.Get<RetryChange>().RunAsync(rig.Hub.Actor, asked.Id, default)).Ok);
        await rig.SendAsync();
        Assert.Equal(ChangeState.Done, (await rig.LookAsync(asked.Id)).Change.State);
        Assert.Equal(ChangeState.Waiting, (await rig.MoveAsync(await EmptyAsync(rig, 2), "COMPLETED")).State);
    }

    [Fact]
    public async Task What_is_there_already_is_not_asked_for_and_another_wish_takes_the_place_of_one_that_waits()
    {
        await using var rig = await StartAsync();
        await RefusedAsync(rig);
        var filled = await EmptyAsync(rig, 1);
        await using (var db = rig.Hub.Open())
        {
            db.TaskNotes.Add(new TaskNotes { WorkspaceId = rig.Hub.Workspace.Id, TaskId = filled, Html = "Notes" });
            await db.SaveChangesAsync();
        }

        Assert.Equal(ChangeState.Waiting, (await rig.MoveAsync(filled, "COMPLETED")).State);
        var waits = await rig.MoveAsync(await EmptyAsync(rig, 1), "COMPLETED");
        var instead = await rig.MoveAsync(waits.TaskId, "WAITING");
        await rig.SendAsync();
        Assert.Equal((ChangeState.Dropped, ChangeState.Done), ((await rig.LookAsync(waits.Id)).Change.State, (await rig.LookAsync(instead.Id)).Change.State));
        Assert.Equal(["WAITING"], await rig.SentAsync(waits.TaskId));
    }

    [Fact]
    public async Task An_answer_is_checked_again_by_the_server()
    {
        await using var rig = await StartAsync();
        var move = await RefusedAsync(rig);
        Assert.Contains(TaskProperty.Body, Assert.IsType<Failure.Unfit>((await AnswerAsync(rig, move.Id, (TaskProperty.Body, "<p> </p>"))).Failure).Fields.Keys);
        Assert.Contains(TaskProperty.Body, Assert.IsType<Failure.Unfit>((await AnswerAsync(rig, move.Id, (TaskProperty.Subject, "Mine"))).Failure).Fields.Keys);
        Assert.True((await AnswerAsync(rig, move.Id, (TaskProperty.Body, "Text"), (TaskProperty.Subject, "Mine"))).Ok);
        Assert.NotEqual("Mine", (await rig.TaskAsync(move.TaskId))!.Subject);
        Assert.IsType<Failure.NotFound>((await AnswerAsync(rig, move.Id, (TaskProperty.Body, "Twice"))).Failure);

        var other = await rig.MoveAsync(await EmptyAsync(rig, 1), "COMPLETED");
        var values = new Dictionary<string, string?> { [TaskProperty.Body] = "x" };
        var viewer = rig.Hub.Actor with { Role = Role.Viewer };
        Assert.IsType<Failure.Forbidden>((await rig.Hub.Get<AnswerWants>().RunAsync(viewer, other.Id, values, TimeZoneInfo.Utc, default)).Failure);
        var stranger = new Actor(WorkspaceId.New(), Guid.NewGuid(), "Stranger", Role.Owner);
        Assert.IsType<Failure.NotFound>((await rig.Hub.Get<AnswerWants>().RunAsync(stranger, other.Id, values, TimeZoneInfo.Utc, default)).Failure);
    }

    [Fact]
    public async Task A_property_the_index_does_not_keep_is_asked_for_after_a_refusal_and_goes_with_the_change()
    {
        await using var rig = await Moves.StartAsync();
        await RuleAsync(rig, "next_step_code");
        var move = await RefusedAsync(rig);
        Assert.Equal("next_step_code", (await rig.LookAsync(move.Id)).Change.Wants);
        Assert.True((await AnswerAsync(rig, move.Id, ("next_step_code", "7"))).Ok);
        await rig.SendAsync();
        Assert.Equal(["COMPLETED"], await rig.SentAsync(move.TaskId));

        // Nobody here knows whether another task has it: HubSpot is asked by sending.
        Assert.Equal(ChangeState.Waiting, (await rig.MoveAsync(await EmptyAsync(rig, 1), "COMPLETED")).State);
    }

    private static async Task RuleAsync(Moves rig, string requires, string when = "COMPLETED") => await rig.Hub.Control.PostAsJsonAsync(
        "rules", new { objectType = "tasks", when = new Dictionary<string, string> { [TaskProperty.Status] = when }, require = new[] { requires } });

    private static async Task<Moves> StartAsync()
    {
        var rig = await Moves.StartAsync();
        await RuleAsync(rig, TaskProperty.Body);
        return rig;
    }

    private static async Task<Change> RefusedAsync(Moves rig)
    {
        var move = await rig.MoveAsync(await EmptyAsync(rig, 0), "COMPLETED");
        await rig.SendAsync();
        return move;
    }

    /// <summary>The n-th task that is not started and has no notes.</summary>
    private static async Task<long> EmptyAsync(Moves rig, int index)
    {
        await using var db = rig.Hub.Open();
        return await db.Tasks.Where(t => t.Status == "NOT_STARTED" && !db.TaskNotes.Any(n => n.TaskId == t.Id && n.Html != null)).OrderBy(t => t.Id).Select(t => t.Id).Skip(index).FirstAsync();
    }

    private static Task<Result<int>> AnswerAsync(Moves rig, Guid id, params (string Property, string Value)[] values) =>
        rig.Hub.Get<AnswerWants>().RunAsync(rig.Hub.Actor, id, values.ToDictionary(v => v.Property, v => (string?)v.Value), TimeZoneInfo.Utc, default);
}
