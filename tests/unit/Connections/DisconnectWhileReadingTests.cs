using Dashboard.Application.Connections;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.Persistence;
using Dashboard.UnitTests.Persistence;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Connections;

public sealed class DisconnectWhileReadingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(150)]
    [InlineData(599)]
    public async Task A_sync_that_is_under_way_leaves_nothing_behind(int tasksRead)
    {
        await using var rig = await HubSpotRig.StartAsync(600);
        var syncing = Task.Run(() => rig.Get<FullSync>().RunAsync(rig.Workspace.Id, CancellationToken.None));
        await Eventually.TrueAsync(async () =>
        {
            await using var db = rig.Open();
            return await db.Tasks.CountAsync() >= tasksRead;
        });

        Assert.True((await rig.Get<DisconnectHubSpot>().RunAsync(rig.Actor, CancellationToken.None)).Ok);

        // It ends one way or the other; what counts is what it leaves.
        await Task.WhenAny(syncing).WaitAsync(TimeSpan.FromSeconds(30));
        await using var after = (DashboardDb)rig.Open();
        Assert.All(Rows.OfWorkspaces().Where(type => type != typeof(AuditEntry)), type => Assert.Equal((type.Name, 0), (type.Name, Rows.Count(after, type))));
    }
}
