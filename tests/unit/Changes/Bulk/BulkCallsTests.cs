using Dashboard.Application.Changes;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes.Bulk;

public sealed class BulkCallsTests
{
    [Theory]
    [InlineData("v3", false)]
    [InlineData("2026-03", false)]
    [InlineData("2026-03", true)]
    public async Task A_thousand_tasks_are_ten_calls(string version, bool delete)
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var hub = await HubSpotRig.StartAsync(1_100, version, clock);
        await hub.SyncAsync();
        await using var db = hub.Open();
        var ids = await db.Tasks.Where(t => t.Priority != "HIGH").OrderBy(t => t.Id).Select(t => t.Id).Take(1_000).ToListAsync();
        if (ids.Count < 1_000)
        {
            ids = [.. ids, .. await db.Tasks.Where(t => t.Priority == "HIGH").OrderBy(t => t.Id).Select(t => t.Id).Take(1_000 - ids.Count).ToListAsync()];
        }

        var batch = Guid.NewGuid();
        var wish = delete ? BulkWish.Deletion : BulkWish.Set(TaskProperty.Subject, "All the same");
        var started = await hub.Get<RunBulk>().RunAsync(hub.Actor, batch, ids, wish, TimeZoneInfo.Utc, default);
        Assert.True(started.Ok, started.Failure?.Sentence);
        Assert.Equal((1_000, 10), (started.Value.Plan.WillChange.Count, started.Value.Plan.Calls));
        var shown = (await hub.Get<ShowBulk>().RunAsync(hub.Actor, batch, default)).Value;
        Assert.Equal((1_000, 0, 1_000), (shown.Total, shown.Done, shown.Waiting));

        var before = (await hub.CallsAsync()).Count;
        clock.Advance(TimeSpan.FromSeconds(11));
        await hub.Get<ChangeSender>().RunAsync(hub.Workspace.Id, default);

        var calls = (await hub.CallsAsync()).Skip(before).Where(c => c.Method != "GET").ToList();
        Assert.Equal(10, calls.Count(c => c.Path.EndsWith(delete ? "batch/archive" : "batch/update", StringComparison.Ordinal)));

        // Ten looks go before ten updates that waited: nothing is overwritten that nobody saw; twenty readings of histories find what slipped in between.
        // Deletions are not compared.
        Assert.Equal(delete ? 0 : 30, calls.Count(c => c.Path.EndsWith("batch/read", StringComparison.Ordinal)));
        Assert.Equal(delete ? 10 : 40, calls.Count);
        shown = (await hub.Get<ShowBulk>().RunAsync(hub.Actor, batch, default)).Value;
        Assert.Equal((1_000, true), (shown.Done, shown.IsOver));
    }
}
