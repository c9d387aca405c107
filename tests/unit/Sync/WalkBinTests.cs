using Dashboard.Application.Sync;
using Dashboard.Application.Sync.Checks;
using Dashboard.UnitTests.Support;
using Xunit;

namespace Dashboard.UnitTests.Sync;

/// <summary>Deleted tasks go although search never tells of them and no webhook came.</summary>
public sealed class WalkBinTests
{
    [Fact]
    public async Task A_task_deleted_in_hubspot_is_off_the_index_with_the_next_reading()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var rig = await HubSpotRig.StartAsync(150, clock: clock);
        await rig.SyncAsync();
        await rig.SyncAsync();
        var ids = await rig.IdsAsync();
        await rig.EditAsync(new { id = $"{ids[7]}", archive = true });

        clock.Advance(TimeSpan.FromSeconds(30));
        await rig.SyncAsync();
        Assert.Equal(ids.Except([ids[7]]), await rig.IdsAsync());
    }

    [Fact]
    public async Task A_large_bin_is_walked_a_few_pages_at_a_time_and_from_its_start_again()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var rig = await HubSpotRig.StartAsync(900, clock: clock);
        await rig.SyncAsync();
        var ids = await rig.IdsAsync();
        foreach (var id in ids.Take(720))
        {
            await rig.EditAsync(new { id = $"{id}", archive = true });
        }

        await WalkAsync(rig);
        Assert.Equal(400, (await rig.IdsAsync()).Count);
        await WalkAsync(rig);
        Assert.Equal(ids.Skip(720), await rig.IdsAsync());

        // What was walked by is found by the next walk, not before its time.
        await rig.EditAsync(new { id = $"{ids[^1]}", archive = true });
        var calls = (await rig.CallsAsync()).Count;
        await WalkAsync(rig);
        Assert.Equal(calls, (await rig.CallsAsync()).Count);
        for (var turn = 0; turn < 2; turn++)
        {
            clock.Advance(TimeSpan.FromSeconds(21));
            await WalkAsync(rig);
        }

        Assert.DoesNotContain(ids[^1], await rig.IdsAsync());
    }

    private static async Task WalkAsync(HubSpotRig rig)
    {
        var walked = await rig.Get<WalkBin>().RunAsync(rig.Workspace.Id, default);
        Assert.True(walked.Ok, walked.Failure?.Sentence);
    }
}
