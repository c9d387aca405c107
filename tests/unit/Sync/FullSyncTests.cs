using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Sandbox.World;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Record = Dashboard.Sandbox.World.Records.Record;

namespace Dashboard.UnitTests.Sync;

public sealed class FullSyncTests
{
    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task A_portal_of_1200_tasks_is_read_field_by_field(string version)
    {
        await using var rig = await HubSpotRig.StartAsync(1200, version);
        await rig.SyncAsync();

        var portal = rig.Sandbox.World.Portal(SandboxWorld.MainPortal)!;
        var table = portal[portal.Type("0-27")];
        await using var db = rig.Open();
        var tasks = await db.Tasks.ToDictionaryAsync(t => t.Id);
        var notes = await db.TaskNotes.ToDictionaryAsync(n => n.TaskId);
        var links = (await db.TaskLinks.ToListAsync()).ToLookup(l => l.TaskId, l => (l.ObjectType, l.RecordId));
        Assert.Equal(table.Count, tasks.Count);
        for (var i = 0; i < table.Count; i++)
        {
            var there = table[i];
            Same(there, tasks[there.Id], notes.GetValueOrDefault(there.Id));
            Assert.Equal(there.Links.Select(l => (l.To.Id, l.ToId)).Distinct().Order(), links[there.Id].Order());
        }

        var state = await db.SyncStates.SingleAsync();
        Assert.Equal((SyncPhase.Live, 1200, 1200, null), (state.Phase, state.TasksRead, state.TasksTotal, state.Trouble));
    }

    [Fact]
    public async Task Owners_statuses_and_names_of_records_come_along()
    {
        await using var rig = await HubSpotRig.StartAsync(200);
        await rig.SyncAsync();

        await using var db = rig.Open();
        var statuses = await TaskStatuses.LoadAsync(db, CancellationToken.None);
        Assert.True(statuses.IsClosed("CANCELLED"));
        Assert.False(statuses.IsClosed("DEFERRED"));
        Assert.True(statuses.IsClosed("COMPLETED"));
        Assert.Contains(await db.Owners.ToListAsync(), o => o.IsArchived);
        var nameless = await db.TaskLinks.Where(l => !db.Records.Any(r => r.ObjectType == l.ObjectType && r.Id == l.RecordId && r.Name != "")).CountAsync();
        Assert.Equal(0, nameless);
        Assert.Contains(await db.Records.ToListAsync(), r => r.ObjectType.StartsWith("2-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(11)]
    public async Task Killed_at_any_page_it_goes_on_where_it_was(int page)
    {
        await using var rig = await HubSpotRig.StartAsync(1200);
        using var killed = new CancellationTokenSource();
        await rig.FaultAsync(new { method = "GET", path = "tasks$", nth = page }, new { kind = "delay", milliseconds = 60_000 });
        var running = rig.Get<FullSync>().RunAsync(rig.Workspace.Id, killed.Token);
        await Eventually.TrueAsync(async () => (await rig.CallsAsync()).Count(c => c.Path.EndsWith("/tasks", StringComparison.Ordinal)) >= page - 1);
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        await rig.Control.DeleteAsync("faults");
        await rig.RestartAsync();
        var before = await CountAsync(rig);
        await rig.SyncAsync();
        Assert.Equal(1200, await CountAsync(rig));
        await using var db = rig.Open();
        Assert.Equal(1200, (await db.SyncStates.SingleAsync()).TasksRead);
        Assert.True(before < 1200, "Nothing was left to go on with.");
    }

    [Fact]
    public async Task Tasks_that_left_the_portal_leave_the_index_with_the_next_full_sync()
    {
        await using var rig = await HubSpotRig.StartAsync(400);
        await rig.SyncAsync();
        await using (var db = rig.Open())
        {
            db.Tasks.Add(new CrmTask { WorkspaceId = rig.Workspace.Id, Id = (await db.Tasks.MinAsync(t => t.Id)) + 1, Subject = "Archived meanwhile" });
            db.Tasks.Add(new CrmTask { WorkspaceId = rig.Workspace.Id, Id = (await db.Tasks.MaxAsync(t => t.Id)) + 99, Subject = "Archived meanwhile" });
            await db.SaveChangesAsync();
        }

        await rig.SyncAsync();
        Assert.Equal(400, await CountAsync(rig));
    }

    [Fact]
    public async Task A_poisoned_task_is_counted_and_the_others_come()
    {
        await using var rig = await HubSpotRig.StartAsync(50);
        await rig.FaultAsync(
            new { method = "GET", path = "tasks$", count = 1 },
            new { kind = "status", status = 200, body = """{"results":[{"id":null},{"id":"7","properties":"?"},{"id":"8","properties":{"hs_task_subject":"Fine","hs_task_priority":17}}]}""" });
        await rig.SyncAsync();

        await using var db = rig.Open();
        Assert.Equal("Fine", (await db.Tasks.SingleAsync(t => t.Id == 8)).Subject);
        Assert.Contains("2 of the portal's tasks", (await db.SyncStates.SingleAsync()).Trouble);
    }

    private static void Same(Dashboard.Sandbox.World.Records.Record there, CrmTask here, TaskNotes? notes)
    {
        string? Value(string property) => there.Current.Value(there.Type[property].Slot);

        Assert.Equal(
            (Value("hs_task_subject") ?? "", Value("hs_task_status"), Value("hs_task_priority"), Value("hs_task_type"), Value("hubspot_owner_id")),
            (here.Subject, here.Status, here.Priority, here.Type, here.OwnerId?.ToString()));
        Assert.Equal(TaskProperty.Instant(Value("hs_timestamp")), here.Due);
        Assert.Equal(there.Current.Modified, here.RemoteUpdatedAt.ToUnixTimeMilliseconds());
        Assert.Equal(there.Created, here.RemoteCreatedAt.ToUnixTimeMilliseconds());
        Assert.Equal((Value("hs_task_body"), Value("hs_task_reminders")), (notes?.Html, notes?.Reminders));
        Assert.Equal(here.Status is "COMPLETED" or "CANCELLED", here.IsClosed);
        if (here.Status == "COMPLETED")
        {
            Assert.Equal(TaskProperty.Instant(Value("hs_task_completion_date")), here.CompletedAt);
        }

        Assert.Equal(TaskRank.Of(here.Due, here.CompletedAt, here.IsClosed, here.Id), here.Rank);
    }

    private static async Task<int> CountAsync(HubSpotRig rig)
    {
        await using var db = rig.Open();
        return await db.Tasks.CountAsync();
    }
}
