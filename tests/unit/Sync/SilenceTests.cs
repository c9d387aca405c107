using Dashboard.Application.Sync;
using Dashboard.Application.Sync.Checks;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Sync;

/// <summary>Webhooks that have stopped without a word are noticed by what reading finds without them.</summary>
public sealed class SilenceTests
{
    [Theory]
    [InlineData(61, true)]
    [InlineData(59, false)]
    [InlineData(null, false)]
    public async Task A_change_found_by_reading_an_hour_after_the_last_webhook_raises_the_alarm(int? minutes, bool alarmed)
    {
        await using var rig = await HubSpotRig.StartAsync(30);
        await rig.SyncAsync();
        await using (var db = rig.Open())
        {
            DateTimeOffset? heard = minutes is { } ago ? rig.Clock.GetUtcNow().AddMinutes(-ago) : null;
            await db.SyncStates.ExecuteUpdateAsync(set => set.SetProperty(s => s.LastHintAt, heard));
        }

        Assert.False((await rig.Get<ShowFreshness>().RunAsync(rig.Actor, CancellationToken.None))!.IsSilent);
        await rig.EditAsync(new { id = $"{(await rig.IdsAsync())[0]}", properties = new { hs_task_subject = "No webhook told of this" } });
        Assert.True((await rig.Get<DeltaSync>().RunAsync(rig.Workspace.Id, CancellationToken.None)).Ok);
        Assert.Equal(alarmed, (await rig.Get<ShowFreshness>().RunAsync(rig.Actor, CancellationToken.None))!.IsSilent);
    }
}
