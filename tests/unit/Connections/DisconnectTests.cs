using System.Text.Json;
using Dashboard.Application.Board.Views;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.Persistence;
using Dashboard.UnitTests.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Connections;

public sealed class DisconnectTests(HubSpotSandbox hubSpot) : IClassFixture<HubSpotSandbox>
{
    [Fact]
    public async Task Disconnecting_revokes_at_HubSpot_and_deletes_everything_of_the_portal_here()
    {
        await using var office = await Office.NewAsync(hubSpot);
        await office.ConnectAsync();
        await FillAsync(office);
        var (refresh, _) = await TokensAsync(office);

        var done = await office.DisconnectAt(hubSpot.Grants).RunAsync(office.Actor, default);
        Assert.Equal(new Disconnected(true, 1), done.Value);
        Assert.IsType<Failure.Refused>((await hubSpot.Grants.RefreshAsync(refresh, default)).Failure);
        await AssertEmptyAsync(office);
        Assert.Contains("hubspot.disconnected", await office.Town.AuditAsync(office.Workspace.Id));
        Assert.IsType<Failure.NotConnected>((await office.DisconnectAt(hubSpot.Grants).RunAsync(office.Actor, default)).Failure);
    }

    [Fact]
    public async Task With_HubSpot_unreachable_the_credentials_are_deleted_here_all_the_same()
    {
        await using var office = await Office.NewAsync(hubSpot);
        await office.ConnectAsync();
        await FillAsync(office);

        var done = await office.DisconnectAt(HubSpotSandbox.GrantsAt(new Uri("http://127.0.0.1:9"))).RunAsync(office.Actor, default);
        Assert.False(done.Value.RevokedAtHubSpot);
        Assert.Contains("Connected apps", done.Value.Sentence, StringComparison.Ordinal);
        await AssertEmptyAsync(office);
    }

    [Fact]
    public async Task With_a_token_that_no_longer_opens_the_credentials_are_deleted_all_the_same()
    {
        await using var office = await Office.NewAsync(hubSpot);
        await office.ConnectAsync();
        await using (var db = office.Open())
        {
            await db.Connections.ExecuteUpdateAsync(row => row.SetProperty(c => c.RefreshToken, new byte[] { 1, 2, 3 }));
        }

        Assert.False((await office.DisconnectAt(hubSpot.Grants).RunAsync(office.Actor, default)).Value.RevokedAtHubSpot);
        await AssertEmptyAsync(office);
    }

    [Fact]
    public async Task A_neighbour_s_rows_stay()
    {
        await using var office = await Office.NewAsync(hubSpot);
        var neighbour = await office.NeighbourAsync(hubSpot);
        await office.ConnectAsync();
        await neighbour.ConnectAsync(HubSpotSandbox.Second);
        await FillAsync(neighbour);
        await office.DisconnectAt(hubSpot.Grants).RunAsync(office.Actor, default);

        var view = await neighbour.Show.RunAsync(neighbour.Actor, default);
        Assert.Equal((HubSpotSandbox.Second, 1), (view!.HubId, view.WaitingChanges));
        await using var db = neighbour.Open();
        Assert.Equal(1, await db.Tasks.CountAsync());
    }

    [Fact]
    public async Task The_page_shows_portal_scopes_and_queue_and_no_token()
    {
        await using var office = await Office.NewAsync(hubSpot);
        await office.ConnectAsync(HubSpotSandbox.Second);
        await FillAsync(office);
        var view = (await office.Show.RunAsync(office.Actor, default))!;
        var (refresh, access) = await TokensAsync(office);

        Assert.Equal("Olga Owner", view.ConnectedBy);
        Assert.Contains("crm.objects.contacts.write", view.Granted);
        Assert.Empty(view.Missing);
        Assert.Contains("crm.objects.custom.read", view.NotGranted);
        Assert.Equal((1, 1), (view.Tasks, view.WaitingChanges));
        Assert.True(view.Budget.Max > 0);
        var everything = JsonSerializer.Serialize(view);
        Assert.Contains("Olga Owner", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(refresh, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(access, everything, StringComparison.Ordinal);
    }

    /// <summary>One row of every type that can come from a portal.</summary>
    private static async Task FillAsync(Office office)
    {
        await using var db = office.Town.Database.Open(office.Workspace.Id);
        var there = Rows.OfWorkspaces().Where(type => Rows.Count(db, type) == 0);
        db.AddRange(there.Select(type => Rows.Of(type, db, office.Workspace.Id)));
        await db.SaveChangesAsync();
        Assert.Equal(1, await db.Changes.CountAsync(change => change.State == ChangeState.Waiting));
    }

    private static async Task AssertEmptyAsync(Office office)
    {
        await using var db = office.Town.Database.Open(office.Workspace.Id);
        // What was done, when nobody works, and how people like to look at tasks did not come from the portal.
        // A lease stays: its number must never begin anew, or a late holder would pass for the new one.
        Type[] ours = [typeof(AuditEntry), typeof(SavedView), typeof(DefaultView), typeof(Dashboard.Application.Workspaces.Holidays.Holiday), typeof(Dashboard.Application.Calendar.Feeds.TaskFeed), typeof(Dashboard.Application.Replicas.Lease)];
        Assert.All(Rows.OfWorkspaces().Except(ours), type => Assert.Equal((type.Name, 0), (type.Name, Rows.Count(db, type))));
        Assert.Empty(await db.PortalClaims.Where(claim => claim.WorkspaceId == office.Workspace.Id).ToListAsync());
    }

    private static async Task<(string Refresh, string Access)> TokensAsync(Office office)
    {
        await using var db = (DashboardDb)office.Open();
        var connection = await db.Connections.SingleAsync();
        return (
            office.Vault.Open(connection.RefreshToken, GrantPurpose.RefreshToken, office.Workspace.Id).Value,
            office.Vault.Open(connection.AccessToken!, GrantPurpose.AccessToken, office.Workspace.Id).Value);
    }
}
