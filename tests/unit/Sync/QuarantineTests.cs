using Dashboard.Application.Sync;
using Dashboard.Application.Sync.Checks;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Sync;

public sealed class QuarantineTests
{
    [Fact]
    public async Task Poisoned_tasks_are_listed_with_their_reason_and_the_others_go_on()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        var ids = await rig.IdsAsync();
        await PoisonAsync(rig, $"{ids[0]}", $"{ids[1]}", $"{ids[2]}");
        Assert.True((await rig.Get<DeltaSync>().RunAsync(rig.Workspace.Id, default)).Ok);

        Assert.Equal("Readable", await rig.SubjectAsync(ids[2]));
        var seen = (await rig.Get<ShowFreshness>().RunAsync(rig.Actor, default))!;
        Assert.Equal([0L, ids[0], ids[1]], seen.Quarantined.Select(q => q.TaskId));
        Assert.Equal(3, seen.QuarantineCount);
        Assert.Contains("without an id", seen.Quarantined[0].Reason, StringComparison.Ordinal);
        Assert.Contains("value that is none", seen.Quarantined[1].Reason, StringComparison.Ordinal);
        Assert.Contains("notes are too long", seen.Quarantined[2].Reason, StringComparison.Ordinal);
        Assert.Equal("Huge notes", await rig.SubjectAsync(ids[1]));
    }

    [Fact]
    public async Task The_next_change_of_a_poisoned_task_takes_it_off_the_list()
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        var ids = await rig.IdsAsync();
        await PoisonAsync(rig, $"{ids[0]}", $"{ids[1]}", $"{ids[2]}");
        await rig.Get<DeltaSync>().RunAsync(rig.Workspace.Id, default);
        await rig.RenameAsync(ids[0], "Well again");
        await rig.TellAsync(Told.Event(ids[0]));
        await rig.FollowAsync();

        Assert.Equal("Well again", await rig.SubjectAsync(ids[0]));
        await using var db = rig.Open();
        Assert.Equal([0L, ids[1]], await db.Quarantine.OrderBy(q => q.TaskId).Select(q => q.TaskId).ToListAsync());
    }

    /// <summary>One answer of search as no test should ever need it.</summary>
    private static Task PoisonAsync(HubSpotRig rig, string broken, string huge, string good)
    {
        object Task(object? id, object properties) => new { id, properties, createdAt = "2030-01-01T00:00:00.000Z", updatedAt = "2030-01-01T00:00:00.000Z", archived = false };
        object[] results =
        [
            Task(null, new { hs_task_subject = "Nobody" }),
            Task(broken, "no properties at all"),
            Task(huge, new { hs_task_subject = "Huge notes", hs_task_body = new string('x', 2 << 20), hs_lastmodifieddate = "2030-01-01T00:00:00.000Z" }),
            Task(good, new { hs_task_subject = "Readable", hs_lastmodifieddate = "2030-01-01T00:00:00.000Z" }),
        ];
        return rig.FaultAsync(new { path = "/search$", count = 1 }, new { kind = "status", status = 200, body = new { total = results.Length, results } });
    }
}
