using Dashboard.Application.Changes;
using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Support;
using Dashboard.UnitTests.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Changes.OperationIds;

/// <summary>Creations that HubSpot recognises: each once, whatever happened to the answer.</summary>
public sealed class CreateUnderIdTests
{
    private static FakeClock Clock() => new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Two_hundred_and_fifty_new_tasks_are_three_calls()
    {
        await using var rig = await Keyed.StartAsync();
        for (var n = 0; n < 250; n++)
        {
            await rig.CreateAsync($"Of many {n}");
        }

        await rig.SendAsync();
        Assert.Equal(3, await rig.CallsAsync("batch/upsert"));
        Assert.Equal((0, 0), (await rig.WaitingAsync(), await rig.CallsAsync("/tasks")));
        var ids = (await rig.Hub.LedgerAsync("create")).ConvertAll(e => e.GetProperty("properties").GetProperty(OperationId.Property).GetString());
        Assert.Equal((250, 250), (ids.Count, ids.Distinct().Count()));
    }

    /// <summary>Guard: the operation id in <c>SendAsync</c> and the read by it in <c>ReadAsync</c> of CreateUnderId.</summary>
    [Theory]
    [InlineData("drop")]
    [InlineData("truncate")]
    [InlineData("delay")]
    public async Task An_answer_that_is_lost_leaves_one_task_and_nothing_is_searched(string kind)
    {
        await using var rig = await Keyed.StartAsync(Clock(), o => o.TimeoutSeconds = 1);
        await rig.Hub.FaultAsync(new { method = "POST", path = "upsert$", count = 1 }, new { kind, milliseconds = 2_500 });
        var saved = await rig.CreateAsync("Only once");
        await rig.SendAsync();
        Assert.Equal(ChangeState.Checking, await rig.StateAsync(saved.Change!.Value));
        var searches = await rig.CallsAsync("/search");

        await rig.SendUntilDoneAsync(saved.Change.Value);
        Assert.Single(await rig.MadeAsync("Only once"));
        Assert.Equal(searches, await rig.CallsAsync("/search"));
        Assert.True((await rig.LookAsync(saved.Change.Value)).Task!.Id > 0);
    }

    [Fact]
    public async Task Nothing_arrived_and_it_is_sent_again()
    {
        await using var rig = await Keyed.StartAsync(Clock());
        await rig.Hub.FaultAsync(new { method = "POST", path = "upsert$", count = 1 }, new { kind = "reset" });
        var saved = await rig.CreateAsync("Twice on its way");
        await rig.SendUntilDoneAsync(saved.Change!.Value);
        Assert.Equal((2, 1), (await rig.CallsAsync("batch/upsert"), (await rig.MadeAsync("Twice on its way")).Count));
    }

    /// <summary>Guard: the read before the second sending. Without it the colleague's title is overwritten.</summary>
    [Fact]
    public async Task What_a_colleague_changed_before_the_answer_was_known_stays()
    {
        await using var rig = await Keyed.StartAsync(Clock());
        await rig.Hub.FaultAsync(new { method = "POST", path = "upsert$", count = 1 }, new { kind = "drop" });
        var saved = await rig.CreateAsync("As it began");
        await rig.SendAsync();
        var id = Assert.Single(await rig.MadeAsync("As it began")).GetProperty("objectId").GetString();
        await rig.Hub.EditAsync(new { id, properties = new { hs_task_subject = "By a colleague" } });

        await rig.SendUntilDoneAsync(saved.Change!.Value);
        Assert.Equal("By a colleague", (await rig.LookAsync(saved.Change.Value)).Task!.Subject);
        Assert.Equal(1, await rig.CallsAsync("batch/upsert"));
    }

    [Fact]
    public async Task One_of_many_is_refused_and_the_others_are_made()
    {
        await using var rig = await Keyed.StartAsync();
        var (first, bad, last) = (await rig.CreateAsync("First"), await rig.CreateAsync("Bad"), await rig.CreateAsync("Last"));
        await rig.SpoilAsync(bad.Change!.Value, TaskProperty.Status, "NO_SUCH");

        await rig.SendAsync();
        Assert.Equal(1, await rig.CallsAsync("batch/upsert"));
        Assert.Equal(
            (ChangeState.Done, ChangeState.Refused, ChangeState.Done),
            (await rig.StateAsync(first.Change!.Value), await rig.StateAsync(bad.Change.Value), await rig.StateAsync(last.Change!.Value)));
        var (task, change) = await rig.LookAsync(bad.Change.Value);
        Assert.Contains("NO_SUCH", change.Reason);
        Assert.Equal(("Bad", TaskChangeState.Refused), (task!.Subject, task.ChangeState));
    }

    [Fact]
    public async Task An_answer_without_trace_ids_leaves_nothing_twice_and_nothing_out()
    {
        await using var rig = await Keyed.StartAsync(Clock());
        await rig.Hub.FaultAsync(new { method = "POST", path = "upsert$", count = 1 }, new { kind = "status", status = 200, body = new { status = "COMPLETE", results = Array.Empty<object>() } });
        var saved = await rig.CreateAsync("Unnamed");
        await rig.SendAsync();
        Assert.Equal(ChangeState.Checking, await rig.StateAsync(saved.Change!.Value));
        await rig.SendUntilDoneAsync(saved.Change.Value);
        Assert.Single(await rig.MadeAsync("Unnamed"));
    }

    [Fact]
    public async Task Two_processes_that_send_the_same_creations_at_once_make_each_once()
    {
        await using var rig = await Keyed.StartAsync(Clock());
        for (var n = 0; n < 20; n++)
        {
            await rig.CreateAsync($"Once {n}");
        }

        // Held up until both have asked.
        await rig.Hub.FaultAsync(new { method = "POST", path = "upsert$", count = 1 }, new { kind = "delay", milliseconds = 800 });
        await using var other = rig.Hub.NewProcess();
        var first = rig.SendAsync();
        await Eventually.TrueAsync(async () => (await rig.Hub.Control.GetStringAsync("faults")).Contains("\"struck\":1"));
        ((FakeClock)rig.Hub.Clock).Advance(TimeSpan.FromMinutes(1));
        await other.GetRequiredService<ChangeSender>().RunAsync(rig.Hub.Workspace.Id, default);
        await first;

        Assert.Equal(2, await rig.CallsAsync("batch/upsert"));
        Assert.Equal(20, (await rig.Hub.LedgerAsync("create")).Count);
        await using var db = rig.Hub.Open();
        Assert.Equal((20, 0), (await db.Tasks.CountAsync(t => t.Subject!.StartsWith("Once ")), await db.Changes.CountAsync(c => c.State != ChangeState.Done)));
    }

    [Fact]
    public async Task HubSpot_that_says_another_request_holds_the_id_is_asked_again_and_not_taken_for_a_refusal()
    {
        await using var rig = await Keyed.StartAsync(Clock());
        var body = new { status = "error", message = "x", category = "VALIDATION_ERROR", errors = new[] { new { message = "taken", code = "CONFLICTING_UNIQUE_VALUE", context = new { propertyName = new[] { OperationId.Property } } } } };
        await rig.Hub.FaultAsync(new { method = "POST", path = "upsert$", count = 1 }, new { kind = "status", status = 400, body });
        var saved = await rig.CreateAsync("Raced");
        await rig.SendAsync();
        Assert.Equal(ChangeState.Checking, await rig.StateAsync(saved.Change!.Value));
        await rig.SendUntilDoneAsync(saved.Change.Value);
        Assert.Single(await rig.MadeAsync("Raced"));
    }

    [Fact]
    public async Task A_creation_taken_back_and_made_anew_is_another_task()
    {
        await using var rig = await Keyed.StartAsync(Clock());
        var first = await rig.CreateAsync("Again");
        await rig.SendAsync();
        Assert.True((await rig.Hub.Get<UndoChange>().RunAsync(rig.Hub.Actor, first.Change!.Value, default)).Ok);
        ((FakeClock)rig.Hub.Clock).Advance(TimeSpan.FromSeconds(11));
        await rig.SendAsync();
        var second = await rig.CreateAsync("Again");
        await rig.SendAsync();

        Assert.Single(await rig.Hub.LedgerAsync("archive"));
        var made = await rig.MadeAsync("Again");
        Assert.Equal(2, made.Select(e => e.GetProperty("properties").GetProperty(OperationId.Property).GetString()).Distinct().Count());
        Assert.Equal((ChangeState.Done, ChangeState.Done), (await rig.StateAsync(first.Change.Value), await rig.StateAsync(second.Change!.Value)));
    }

    [Fact]
    public async Task One_given_up_before_it_is_sent_is_not_sent_with_the_others()
    {
        await using var rig = await Keyed.StartAsync();
        var (given, kept) = (await rig.CreateAsync("Never mind"), await rig.CreateAsync("Kept"));
        Assert.True((await rig.Hub.Get<UndoChange>().RunAsync(rig.Hub.Actor, given.Change!.Value, default)).Ok);
        await rig.SendAsync();
        Assert.Equal((0, 1), ((await rig.MadeAsync("Never mind")).Count, (await rig.MadeAsync("Kept")).Count));
        Assert.Equal(ChangeState.Done, await rig.StateAsync(kept.Change!.Value));
    }
}
