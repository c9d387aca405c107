using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes;

public sealed class CreationTests
{
    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task A_new_task_shows_at_once_and_gets_hubspot_s_id_with_all_that_hangs_on_it(string version)
    {
        await using var rig = await Moves.StartAsync(set: o => o.ApiVersion = version);
        var contact = await rig.ContactAsync();
        var saved = await rig.CreateAsync("Ring Ada", "<p>Twice</p>", contact);

        var before = await rig.TaskAsync(saved.TaskId);
        Assert.True(ProvisionalIds.Is(saved.TaskId));
        Assert.Equal(("Ring Ada", TaskChangeState.Pending, "NOT_STARTED"), (before!.Subject, before.ChangeState, before.Status));

        // Changed while HubSpot does not have it yet: sent afterwards.
        await rig.MoveAsync(saved.TaskId, "WAITING");
        await rig.SendAsync();

        var id = (await rig.Hub.Get<FollowTask>().RunAsync(rig.Hub.Actor, saved.TaskId, default)).Value;
        Assert.True(id > 0);
        Assert.Null(await rig.TaskAsync(saved.TaskId));
        var after = await rig.Hub.Get<ShowTask>().RunAsync(rig.Hub.Actor, id, default);
        Assert.Equal(("Ring Ada", TaskChangeState.Saved, "WAITING"), (after.Value.Task.Subject, after.Value.Task.ChangeState, after.Value.Task.Status));
        Assert.Equal(("<p>Twice</p>", contact), (after.Value.Notes!.Html, after.Value.Links.Single().Id));
        Assert.Equal(2, after.Value.Changes.Count);
        Assert.Equal(0, await rig.WaitingAsync());
        Assert.Single(await rig.Hub.LedgerAsync("create"), e => e.ToString().Contains("Ring Ada", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("delay")]
    [InlineData("truncate")]
    public async Task A_creation_whose_answer_is_lost_is_found_and_not_made_twice(string kind)
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()), o => o.TimeoutSeconds = 1);
        await rig.Hub.FaultAsync(new { method = "POST", path = "tasks$", count = 1 }, new { kind, milliseconds = 2_500 });
        var saved = await rig.CreateAsync("Only once");
        await rig.SendAsync();
        var change = (await rig.LookAsync(saved.Change!.Value)).Change;
        Assert.Equal(ChangeState.Checking, change.State);

        await rig.SendUntilDoneAsync(saved.Change.Value);
        Assert.Single(await rig.Hub.LedgerAsync("create"), e => e.ToString().Contains("Only once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Killed_while_hubspot_makes_it_the_next_process_looks_first()
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        await rig.Hub.FaultAsync(new { method = "POST", path = "tasks$", count = 1 }, new { kind = "delay", milliseconds = 60_000 });
        var saved = await rig.CreateAsync("Only once");
        using var killed = new CancellationTokenSource();
        var sending = rig.Hub.Get<ChangeSender>().RunAsync(rig.Hub.Workspace.Id, killed.Token);
        await Eventually.TrueAsync(async () => (await rig.Hub.Control.GetStringAsync("faults")).Contains("\"struck\":1"));
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        await rig.Hub.RestartAsync();
        Assert.Equal(ChangeState.Checking, (await rig.LookAsync(saved.Change!.Value)).Change.State);
        await rig.SendUntilDoneAsync(saved.Change.Value);
        Assert.Single(await rig.Hub.LedgerAsync("create"), e => e.ToString().Contains("Only once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_new_tasks_alike_both_arrive_although_an_answer_is_lost()
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        var first = await rig.CreateAsync("Alike");
        await rig.SendAsync();
        await rig.Hub.FaultAsync(new { method = "POST", path = "tasks$", count = 1 }, new { kind = "reset" });
        var second = await rig.CreateAsync("Alike");
        await rig.SendUntilDoneAsync(second.Change!.Value);

        var ids = new[] { (await rig.LookAsync(first.Change!.Value)).Change.TaskId, (await rig.LookAsync(second.Change.Value)).Change.TaskId };
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_sync_that_is_faster_than_the_answer_leaves_one_row()
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()), o => o.TimeoutSeconds = 1);
        await rig.Hub.FaultAsync(new { method = "POST", path = "tasks$", count = 1 }, new { kind = "truncate" });
        var saved = await rig.CreateAsync("Seen early");
        await rig.SendAsync();
        Assert.True((await rig.Hub.Get<DeltaSync>().RunAsync(rig.Hub.Workspace.Id, default)).Ok);
        await rig.SendUntilDoneAsync(saved.Change!.Value);

        await using var db = rig.Hub.Open();
        Assert.True(Assert.Single(await db.Tasks.Where(t => t.Subject == "Seen early").ToListAsync()).Id > 0);
    }

    [Fact]
    public async Task A_refused_new_task_keeps_what_was_typed_and_can_be_corrected()
    {
        await using var rig = await Moves.StartAsync();
        await rig.Hub.FaultAsync(new { method = "POST", path = "tasks$", count = 1 }, new { kind = "status", status = 400, body = """{"message":"Your admin wants a prefix."}""" });
        var saved = await rig.CreateAsync("No prefix", "<p>Kept</p>");
        await rig.SendAsync();

        var shown = await rig.Hub.Get<ShowTask>().RunAsync(rig.Hub.Actor, saved.TaskId, default);
        Assert.Equal((TaskChangeState.Refused, "No prefix", "<p>Kept</p>"), (shown.Value.Task.ChangeState, shown.Value.Task.Subject, shown.Value.Notes!.Html));
        Assert.Contains("Your admin wants a prefix.", shown.Value.Changes[0].Reason);

        var edit = new TaskEdit(Guid.NewGuid(), saved.TaskId, new Dictionary<string, string?> { [TaskProperty.Subject] = "X: prefix" });
        Assert.True((await rig.Hub.Get<EditTask>().RunAsync(rig.Hub.Actor, edit, TimeZoneInfo.Utc, default)).Ok);
        await rig.SendAsync();

        var id = (await rig.Hub.Get<FollowTask>().RunAsync(rig.Hub.Actor, saved.TaskId, default)).Value;
        Assert.Equal(("X: prefix", TaskChangeState.Saved), ((await rig.TaskAsync(id))!.Subject, (await rig.TaskAsync(id))!.ChangeState));
    }

    [Fact]
    public async Task A_new_task_is_given_up_without_a_trace_before_it_is_sent_and_deleted_afterwards()
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        var unsent = await rig.CreateAsync("Never mind");
        Assert.True((await rig.Hub.Get<UndoChange>().RunAsync(rig.Hub.Actor, unsent.Change!.Value, default)).Ok);
        var sent = await rig.CreateAsync("Too late");
        await rig.SendAsync();
        Assert.True((await rig.Hub.Get<UndoChange>().RunAsync(rig.Hub.Actor, sent.Change!.Value, default)).Ok);
        ((FakeClock)rig.Hub.Clock).Advance(TimeSpan.FromSeconds(11));
        await rig.SendAsync();

        Assert.Null(await rig.TaskAsync(unsent.TaskId));
        Assert.IsType<Failure.NotFound>((await rig.Hub.Get<FollowTask>().RunAsync(rig.Hub.Actor, unsent.TaskId, default)).Failure);
        Assert.DoesNotContain(await rig.Hub.LedgerAsync("create"), e => e.ToString().Contains("Never mind", StringComparison.Ordinal));
        Assert.Single(await rig.Hub.LedgerAsync("archive"));
    }

    [Fact]
    public async Task The_same_gesture_makes_one_task_and_viewers_make_none()
    {
        await using var rig = await Moves.StartAsync();
        var wanted = new NewTask(Guid.NewGuid(), new Dictionary<string, string?> { [TaskProperty.Subject] = "Once" }, []);
        var create = rig.Hub.Get<CreateTask>();
        var one = await create.RunAsync(rig.Hub.Actor, wanted, TimeZoneInfo.Utc, default);
        var two = await create.RunAsync(rig.Hub.Actor, wanted, TimeZoneInfo.Utc, default);
        Assert.Equal(one.Value, two.Value);
        Assert.Equal(1, await rig.WaitingAsync());
        Assert.IsType<Failure.Forbidden>((await create.RunAsync(rig.Hub.Actor with { Role = Role.Viewer }, wanted with { Operation = Guid.NewGuid() }, TimeZoneInfo.Utc, default)).Failure);
    }
}
