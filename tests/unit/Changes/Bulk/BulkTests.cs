using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Xunit;

namespace Dashboard.UnitTests.Changes.Bulk;

public sealed class BulkTests
{
    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_does_nothing()
    {
        await using var rig = await Moves.StartAsync();
        await rig.MoveAsync(rig.Open(0), "COMPLETED");
        long[] ids = [rig.Open(0), rig.Open(1), rig.Open(1), 987_654_321];

        var plan = (await rig.Hub.Get<PlanBulk>().RunAsync(rig.Hub.Actor, ids, BulkWish.Set(TaskProperty.Status, "COMPLETED"), TimeZoneInfo.Utc, default)).Value;

        Assert.Equal([rig.Open(1)], plan.WillChange);
        Assert.Equal([rig.Open(0)], plan.AlreadySo);
        Assert.Equal(987_654_321, Assert.Single(plan.Refused).TaskId);
        Assert.Equal(1, plan.Calls);
        Assert.Equal(1, await rig.WaitingAsync());
        Assert.False((await rig.Hub.Get<PlanBulk>().RunAsync(rig.Hub.Actor, ids, BulkWish.Set(TaskProperty.Status, "NO_SUCH"), TimeZoneInfo.Utc, default)).Ok);
    }

    [Fact]
    public async Task What_hubspot_refuses_of_a_run_is_told_and_sent_again()
    {
        await using var rig = await Moves.StartAsync();
        var batch = Guid.NewGuid();
        long[] ids = [rig.Open(0), rig.Open(1), rig.Open(2)];
        await rig.Hub.FaultAsync(new { path = "batch/update", count = 1 }, new { kind = "status", status = 400 });
        await rig.Hub.FaultAsync(new { method = "PATCH", path = $"{ids[1]}$", count = 1 }, new { kind = "status", status = 400, body = """{"message":"Not this one."}""" });
        await rig.Hub.Get<RunBulk>().RunAsync(rig.Hub.Actor, batch, ids, BulkWish.Set(TaskProperty.Status, "WAITING"), TimeZoneInfo.Utc, default);
        await rig.SendAsync();

        var shown = (await rig.Hub.Get<ShowBulk>().RunAsync(rig.Hub.Actor, batch, default)).Value;
        Assert.Equal((3, 2, 1), (shown.Total, shown.Done, shown.Refused));
        Assert.Contains("Not this one.", Assert.Single(shown.Failures).Reason);

        Assert.Equal(1, (await rig.Hub.Get<RetryBulk>().RunAsync(rig.Hub.Actor, batch, default)).Value);
        await rig.SendAsync();
        shown = (await rig.Hub.Get<ShowBulk>().RunAsync(rig.Hub.Actor, batch, default)).Value;
        Assert.Equal((3, 3, 0), (shown.Total, shown.Done, shown.Refused));
    }

    [Fact]
    public async Task A_run_is_taken_back_where_nobody_changed_the_task_since()
    {
        await using var rig = await Moves.StartAsync();
        var batch = Guid.NewGuid();
        long[] ids = [rig.Open(0), rig.Open(1), rig.Open(2)];
        await rig.Hub.Get<RunBulk>().RunAsync(rig.Hub.Actor, batch, ids, BulkWish.Set(TaskProperty.Status, "WAITING"), TimeZoneInfo.Utc, default);
        await rig.MoveAsync(ids[2], "COMPLETED");
        await rig.SendAsync();

        var undone = (await rig.Hub.Get<UndoBulk>().RunAsync(rig.Hub.Actor, batch, default)).Value;
        await rig.SendAsync();

        Assert.Equal((2, 1), (undone.Undone, undone.Overtaken));
        Assert.Equal(("NOT_STARTED", "NOT_STARTED", "COMPLETED"), ((await rig.TaskAsync(ids[0]))!.Status, (await rig.TaskAsync(ids[1]))!.Status, (await rig.TaskAsync(ids[2]))!.Status));
        Assert.Equal(2, (await rig.Hub.Get<ShowBulk>().RunAsync(rig.Hub.Actor, undone.Batch, default)).Value.Done);
    }

    [Fact]
    public async Task A_run_of_deletions_is_taken_back_before_it_is_sent()
    {
        await using var rig = await Moves.StartAsync();
        var batch = Guid.NewGuid();
        await rig.Hub.Get<RunBulk>().RunAsync(rig.Hub.Actor, batch, [rig.Open(0), rig.Open(1)], BulkWish.Deletion, TimeZoneInfo.Utc, default);
        Assert.Null(await rig.TaskAsync(rig.Open(1)));

        Assert.Equal(2, (await rig.Hub.Get<UndoBulk>().RunAsync(rig.Hub.Actor, batch, default)).Value.Undone);
        Assert.NotNull(await rig.TaskAsync(rig.Open(1)));
        Assert.Equal(0, await rig.WaitingAsync());
    }
}
