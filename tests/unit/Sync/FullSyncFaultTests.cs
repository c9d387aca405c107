using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Sync;

public sealed class FullSyncFaultTests
{
    [Theory]
    [InlineData("status", 500)]
    [InlineData("html", 200)]
    [InlineData("reset", 0)]
    public async Task Trouble_on_a_page_stops_the_sync_with_a_reason_and_the_next_turn_goes_on(string kind, int status)
    {
        await using var rig = await HubSpotRig.StartAsync(1200);
        await rig.FaultAsync(new { method = "GET", path = "tasks$", nth = 6 }, new { kind, status });
        var stopped = await rig.Get<SyncWorkspace>().RunAsync(rig.Workspace.Id, CancellationToken.None);
        Assert.IsType<Failure.Unavailable>(stopped.Failure);
        int stored;
        await using (var db = rig.Open())
        {
            var state = await db.SyncStates.AsNoTracking().SingleAsync();
            Assert.Equal(SyncPhase.Reading, state.Phase);
            Assert.NotNull(state.Trouble);
            stored = await db.Tasks.CountAsync();
            Assert.Equal(stored, state.TasksRead);
            Assert.InRange(stored, 1, 1199);
        }

        await rig.Control.DeleteAsync("faults");
        Assert.True((await rig.Get<SyncWorkspace>().RunAsync(rig.Workspace.Id, CancellationToken.None)).Ok);
        await using var after = rig.Open();
        Assert.Equal(1200, await after.Tasks.CountAsync());
        var end = await after.SyncStates.SingleAsync();
        Assert.Equal((SyncPhase.Live, 1200, null), (end.Phase, end.TasksRead, end.Trouble));
    }

    [Fact]
    public async Task A_list_that_does_not_go_by_ids_is_read_with_one_cursor()
    {
        await using var rig = await HubSpotRig.StartAsync(700);
        await rig.FaultAsync(
            new { method = "GET", path = "tasks$", count = 1 },
            new { kind = "status", status = 200, body = """{"results":[{"id":"9","properties":{}},{"id":"8","properties":{}}],"paging":{"next":{"after":"b2Zmc2V0"}}}""" });
        await rig.SyncAsync();
        await using var db = rig.Open();
        Assert.Equal(700, await db.Tasks.CountAsync());
        Assert.Equal(SyncPhase.Live, (await db.SyncStates.SingleAsync()).Phase);
    }

    [Fact]
    public async Task A_portal_disconnected_under_the_sync_leaves_no_rows_of_it()
    {
        await using var rig = await HubSpotRig.StartAsync(700);
        await rig.FaultAsync(new { method = "GET", path = "tasks$", nth = 3 }, new { kind = "delay", milliseconds = 400 });
        var running = rig.Get<SyncWorkspace>().RunAsync(rig.Workspace.Id, CancellationToken.None);
        await Eventually.TrueAsync(async () => (await rig.Control.GetStringAsync("faults")).Contains("\"struck\":1"));
        Assert.True((await rig.Get<DisconnectHubSpot>().RunAsync(rig.Actor, CancellationToken.None)).Ok);
        await Record.ExceptionAsync(() => running);
        await using var db = rig.Open();
        Assert.Equal((0, 0), (await db.Tasks.CountAsync(), await db.SyncStates.CountAsync()));
    }

    [Fact]
    public async Task Without_optional_scopes_their_records_are_not_asked_for()
    {
        await using var rig = await HubSpotRig.StartAsync(60);
        await using (var db = rig.Open())
        {
            (await db.Connections.SingleAsync()).Scopes = string.Join(' ', HubSpotScopes.Required);
            await db.SaveChangesAsync();
        }

        await rig.SyncAsync();
        await using var after = rig.Open();
        Assert.Equal(["0-1"], await after.TaskLinks.Select(l => l.ObjectType).Distinct().ToListAsync());
        Assert.DoesNotContain(await rig.CallsAsync(), c => c.Path.Contains("schemas") || c.Path.Contains("/0-2/"));
    }

    [Fact]
    public async Task A_member_is_the_owner_with_the_address_the_provider_vouched_for()
    {
        await using var rig = await HubSpotRig.StartAsync(20);
        var owner = rig.Sandbox.World.Portal(424242)!.Users.First();
        await using (var directory = rig.Get<IDashboardDbs>().OpenDirectory())
        {
            foreach (var verified in new[] { true, false })
            {
                var person = new Application.People.Person { Id = Guid.NewGuid(), Issuer = "i", Subject = $"{verified}", Email = owner.Email!.ToUpperInvariant(), EmailVerified = verified };
                directory.People.Add(person);
                directory.Members.Add(new Application.Workspaces.Member { WorkspaceId = rig.Workspace.Id, PersonId = person.Id, Role = Application.Workspaces.Role.Member, JoinedAt = default });
            }

            await directory.SaveChangesAsync();
        }

        await rig.SyncAsync();
        await using var after = rig.Get<IDashboardDbs>().OpenDirectory();
        var owners = await after.Members.Join(after.People, m => m.PersonId, p => p.Id, (m, p) => new { p.EmailVerified, m.OwnerId }).ToListAsync();
        Assert.Equal(owner.Id, owners.Single(o => o.EmailVerified).OwnerId);
        Assert.Null(owners.Single(o => !o.EmailVerified).OwnerId);
    }
}
