using Dashboard.Application.Journal;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Xunit;

namespace Dashboard.UnitTests.Changes.Telling;

public sealed class UndoReportTests
{
    [Fact]
    public async Task Taking_a_run_back_is_told_task_by_task()
    {
        await using var rig = await Moves.StartAsync();
        var run = Guid.NewGuid();
        long[] ids = [rig.Open(0), rig.Open(1), rig.Open(2), rig.Open(3)];
        await rig.Hub.Get<RunBulk>().RunAsync(rig.Hub.Actor, run, ids, BulkWish.Set(TaskProperty.Status, "WAITING"), TimeZoneInfo.Utc, default);
        await rig.SendAsync();
        Assert.Null((await ReportAsync(rig, run)));

        await rig.MoveAsync(ids[2], "COMPLETED");
        await rig.SendAsync();
        Assert.Equal(3, (await rig.Hub.Get<UndoBulk>().RunAsync(rig.Hub.Actor, run, default)).Value.Undone);
        await rig.Hub.FaultAsync(new { path = "batch/update", count = 1 }, new { kind = "status", status = 400 });
        await rig.Hub.FaultAsync(new { method = "PATCH", path = $"{ids[3]}$", count = 1 }, new { kind = "status", status = 400, body = """{"message":"Not back."}""" });
        await rig.SendAsync();

        var report = (await ReportAsync(rig, run))!;
        Assert.Equal((4, 2), (report.Total, report.Undone));
        Assert.Equal("COMPLETED", Assert.Single(report.Left.Values, l => l.Since is not null).Since!.Now![TaskProperty.Status]);
        Assert.Contains("Not back.", Assert.Single(report.Left.Values, l => l.Since is null).Why);
    }

    private static async Task<UndoReport?> ReportAsync(Moves rig, Guid run) => (await rig.Hub.Get<ReportUndo>().RunAsync(rig.Hub.Actor, run, default)).Value;
}
