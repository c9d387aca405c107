using System.Net.Http.Json;
using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Sending;
using Dashboard.Application.Changes.Undoing;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes.Telling;

/// <summary>
/// Somebody writes into the field between our look and our write. Guard: <see cref="ReadBack"/>; without its call
/// <see cref="What_slipped_in_between_look_and_write_is_told_and_put_back"/> is red.
/// </summary>
public sealed class ReadBackTests
{
    private readonly FakeClock clock = new(TimeProvider.System.GetUtcNow());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_slipped_in_between_look_and_write_is_told_and_put_back(bool looked)
    {
        await using var rig = await Moves.StartAsync(clock);
        Assert.True((await rig.Hub.Get<PreparePortal>().RunAsync(rig.Hub.Workspace.Id, default)).Ok);
        var move = await RacedAsync(rig, looked);

        var theirs = FieldChange.Read((await rig.LookAsync(move.Id)).Change.Fields)[TaskProperty.Status].Overwrote;
        Assert.Equal("WAITING", theirs?.Value);
        await using (var db = rig.Hub.Open())
        {
            Assert.Contains(theirs!.By, await db.Owners.Select(o => o.Name).ToListAsync());
        }

        Assert.True((await rig.Hub.Get<PutTheirsBack>().RunAsync(rig.Hub.Actor, move.Id, default)).Ok);
        await rig.SendAsync();
        Assert.Equal(["WAITING", "COMPLETED", "WAITING"], await rig.SentAsync(move.TaskId));
    }

    [Fact]
    public async Task What_somebody_did_afterwards_is_no_overwriting_and_stands_in_the_way_of_putting_back()
    {
        await using var rig = await Moves.StartAsync(clock);
        var after = await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await rig.SendAsync();
        await EditAsync(rig, after.TaskId, "DEFERRED");
        await EditAsync(rig, after.TaskId, "COMPLETED");
        await LaterAsync(rig);
        Assert.Null(FieldChange.Read((await rig.LookAsync(after.Id)).Change.Fields)[TaskProperty.Status].Overwrote);

        var raced = await RacedAsync(rig, looked: true, index: 1);
        await rig.MoveAsync(raced.TaskId, "IN_PROGRESS");
        Assert.Equal("IN_PROGRESS", Assert.IsType<Failure.Conflict>((await rig.Hub.Get<PutTheirsBack>().RunAsync(rig.Hub.Actor, raced.Id, default)).Failure).Now![TaskProperty.Status]);
    }

    [Fact]
    public async Task Our_own_moves_one_after_the_other_are_nobody_else_s()
    {
        await using var rig = await Moves.StartAsync(clock);
        var moves = new List<Change>();
        foreach (var status in new[] { "WAITING", "IN_PROGRESS", "COMPLETED" })
        {
            moves.Add(await rig.MoveAsync(rig.Open(0), status));
        }

        await rig.SendAsync();
        await LaterAsync(rig);
        foreach (var move in moves)
        {
            Assert.Null(FieldChange.Read((await rig.LookAsync(move.Id)).Change.Fields)[TaskProperty.Status].Overwrote);
        }
    }

    [Fact]
    public async Task Two_hundred_moves_are_four_calls_more_and_an_outage_only_delays_them()
    {
        await using var rig = await Moves.StartAsync(clock);
        await using var db = rig.Hub.Open();
        var ids = await db.Tasks.OrderBy(t => t.Id).Select(t => t.Id).Take(200).ToListAsync();
        await rig.Hub.Get<RunBulk>().RunAsync(rig.Hub.Actor, Guid.NewGuid(), ids, BulkWish.Set(TaskProperty.Subject, "All the same"), TimeZoneInfo.Utc, default);
        await rig.Hub.FaultAsync(new { path = "batch/read" }, new { kind = "status", status = 503 });
        await rig.SendAsync();
        await LaterAsync(rig);
        Assert.Equal(200, await db.Changes.CountAsync(c => c.SeenVersion != null && c.State == ChangeState.Done));

        await rig.Hub.Control.DeleteAsync("faults");
        var before = (await rig.Hub.CallsAsync()).Count;
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await rig.SendAsync());
        Assert.Equal(4, (await rig.Hub.CallsAsync()).Skip(before).Count(c => c.Path.EndsWith("batch/read", StringComparison.Ordinal)));
        Assert.Equal(0, await db.Changes.CountAsync(c => c.SeenVersion != null));
    }

    /// <summary>Holds our write after the look, lets somebody else write, and lets ours go.</summary>
    private async Task<Change> RacedAsync(Moves rig, bool looked, int index = 0)
    {
        var move = await rig.MoveAsync(rig.Open(index), "COMPLETED");
        clock.Advance(looked ? TimeSpan.FromSeconds(30) : TimeSpan.Zero);
        await rig.Hub.FaultAsync(new { method = "PATCH" }, new { kind = "hold" });
        var sending = rig.SendAsync();
        await Eventually.TrueAsync(async () => (await (await rig.Hub.Control.GetAsync("faults")).Content.ReadAsStringAsync()).Contains("\"struck\":1", StringComparison.Ordinal));
        await EditAsync(rig, move.TaskId, "WAITING");
        await rig.Hub.Control.DeleteAsync("faults");
        await sending;
        await LaterAsync(rig);
        return move;
    }

    private async Task LaterAsync(Moves rig)
    {
        clock.Advance(ReadBack.Gather);
        await rig.SendAsync();
    }

    private static async Task EditAsync(Moves rig, long id, string status) =>
        await rig.Hub.Control.PostAsJsonAsync("edit", new { id = id.ToString(System.Globalization.CultureInfo.InvariantCulture), properties = new { hs_task_status = status } });
}
