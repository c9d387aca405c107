using System.Text;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Connections;

public sealed class ConnectTests(HubSpotSandbox hubSpot) : IClassFixture<HubSpotSandbox>
{
    [Fact]
    public async Task Consent_connects_the_portal_wakes_the_sync_and_seals_the_tokens()
    {
        await using var office = await Office.NewAsync(hubSpot);
        List<WorkspaceSignal> heard = [];
        using var listening = office.Town.Feed.Subscribe(office.Workspace.Id, heard.Add);
        Assert.Equal(new ConnectReturn("team", null), await office.ConnectAsync());

        await using var db = office.Open();
        var connection = await db.Connections.SingleAsync();
        Assert.Equal((HubSpotSandbox.Main, ConnectionState.Connected), (connection.HubId, connection.State));
        Assert.Equal(SyncPhase.New, (await db.SyncStates.SingleAsync()).Phase);
        Assert.Equal(office.Workspace.Id, (await db.Directory.PortalClaims.SingleAsync()).WorkspaceId);
        Assert.True(office.SyncBell.Rings.TryRead(out var woken) && woken == office.Workspace.Id);
        Assert.IsType<WorkspaceSignal.ConnectionChanged>(Assert.Single(heard));
        Assert.Contains("hubspot.connected", await office.Town.AuditAsync(office.Workspace.Id));

        var refresh = office.Vault.Open(connection.RefreshToken, GrantPurpose.RefreshToken, office.Workspace.Id).Value;
        Assert.DoesNotContain(refresh, Encoding.Latin1.GetString(connection.RefreshToken), StringComparison.Ordinal);
        Assert.True((await hubSpot.Grants.RefreshAsync(refresh, default)).Ok);
        Assert.Equal(office.Town.Clock.Now + TimeSpan.FromSeconds(1800), connection.AccessTokenExpiresAt);
    }

    [Fact]
    public async Task Denied_consent_connects_nothing_and_says_so()
    {
        await using var office = await Office.NewAsync(hubSpot);
        var back = await office.ConnectAsync(allow: false);
        Assert.Equal("team", back.Slug);
        Assert.Contains("did not allow", back.Failure!.Sentence, StringComparison.Ordinal);
        Assert.Null(await office.Show.RunAsync(office.Actor, default));
    }

    [Fact]
    public async Task The_words_of_an_error_address_are_not_shown()
    {
        await using var office = await Office.NewAsync(hubSpot);
        var answer = await hubSpot.AnswerAsync(await office.AskAsync(), Office.Session);
        var back = await office.Finish.RunAsync(office.Owner, answer with { Code = null, Error = "<script>alert(1)</script>" }, default);
        Assert.DoesNotContain("script", back.Failure!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_needed_scope_that_is_missing_refuses_and_leaves_no_grant_behind()
    {
        await using var office = await Office.NewAsync(hubSpot);
        var before = (await hubSpot.LedgerKindsAsync(HubSpotSandbox.Main)).Count(kind => kind == "revoke");
        var back = await office.ConnectAsync(scopes: "oauth crm.objects.contacts.read");
        Assert.Equal("crm.objects.contacts.write", Assert.IsType<Failure.MissingScope>(back.Failure).Scope);
        Assert.Equal(before + 1, (await hubSpot.LedgerKindsAsync(HubSpotSandbox.Main)).Count(kind => kind == "revoke"));
        Assert.Null(await office.Show.RunAsync(office.Actor, default));
    }

    [Fact]
    public async Task A_portal_of_another_workspace_is_refused_without_naming_it_and_theirs_goes_on()
    {
        await using var theirs = await Office.NewAsync(hubSpot);
        await theirs.ConnectAsync();
        var ours = await theirs.NeighbourAsync(hubSpot);

        var back = await ours.ConnectAsync();
        Assert.IsType<Failure.Conflict>(back.Failure);
        Assert.DoesNotContain(theirs.Workspace.Name, back.Failure!.Sentence, StringComparison.Ordinal);
        Assert.Null(await ours.Show.RunAsync(ours.Actor, default));

        await using var db = theirs.Open();
        var refresh = theirs.Vault.Open((await db.Connections.SingleAsync()).RefreshToken, GrantPurpose.RefreshToken, theirs.Workspace.Id).Value;
        Assert.True((await hubSpot.Grants.RefreshAsync(refresh, default)).Ok);
        Assert.Null((await ours.ConnectAsync(HubSpotSandbox.Second)).Failure);
    }

    [Fact]
    public async Task Of_two_workspaces_that_connect_one_portal_at_once_one_gets_it()
    {
        await using var first = await Office.NewAsync(hubSpot);
        var second = await first.NeighbourAsync(hubSpot);
        var answers = new[]
        {
            (Office: first, Answer: await hubSpot.AnswerAsync(await first.AskAsync(), Office.Session)),
            (Office: second, Answer: await hubSpot.AnswerAsync(await second.AskAsync(), Office.Session)),
        };
        var backs = await Task.WhenAll(answers.Select(a => Task.Run(() => a.Office.Finish.RunAsync(a.Office.Owner, a.Answer, default))));
        Assert.Single(backs, back => back.Failure is null);
        Assert.IsType<Failure.Conflict>(Assert.Single(backs, back => back.Failure is not null).Failure);
    }

    [Fact]
    public async Task Reconnecting_the_same_portal_keeps_what_was_read()
    {
        await using var office = await Office.NewAsync(hubSpot);
        await office.ConnectAsync();
        await using (var db = office.Open())
        {
            var sync = await db.SyncStates.SingleAsync();
            sync.Phase = SyncPhase.Live;
            (await db.Connections.SingleAsync()).State = ConnectionState.NeedsReconnect;
            db.Tasks.Add(new Application.Tasks.CrmTask { WorkspaceId = office.Workspace.Id, Id = 1 });
            await db.SaveChangesAsync();
        }

        Assert.Null((await office.ConnectAsync()).Failure);
        await using var after = office.Open();
        Assert.Equal(SyncPhase.Live, (await after.SyncStates.SingleAsync()).Phase);
        Assert.Equal(ConnectionState.Connected, (await after.Connections.SingleAsync()).State);
        Assert.Equal(1, await after.Tasks.CountAsync());
        Assert.Contains("hubspot.reconnected", await office.Town.AuditAsync(office.Workspace.Id));
    }

    [Fact]
    public async Task Another_portal_is_refused_until_the_first_is_disconnected()
    {
        await using var office = await Office.NewAsync(hubSpot);
        await office.ConnectAsync();
        Assert.IsType<Failure.Conflict>((await office.ConnectAsync(HubSpotSandbox.Second)).Failure);

        await office.DisconnectAt(hubSpot.Grants).RunAsync(office.Actor, default);
        Assert.Null((await office.ConnectAsync(HubSpotSandbox.Second)).Failure);
    }

    [Theory]
    [InlineData("/oauth/.*/token$", "html")]
    [InlineData("/oauth/.*/token$", "reset")]
    [InlineData("/oauth/.*/token$", "truncate")]
    [InlineData("/oauth/.*/token$", "status")]
    [InlineData("/oauth/.*/introspect$", "html")]
    [InlineData("/oauth/.*/introspect$", "empty")]
    public async Task HubSpot_in_trouble_connects_nothing_and_says_so(string path, string kind)
    {
        await using var office = await Office.NewAsync(hubSpot);
        var answer = await hubSpot.AnswerAsync(await office.AskAsync(), Office.Session);
        await hubSpot.FaultAsync(path, new { kind });
        try
        {
            var back = await office.Finish.RunAsync(office.Owner, answer, default);
            Assert.Equal("team", back.Slug);
            Assert.False(string.IsNullOrWhiteSpace(back.Failure?.Sentence));
        }
        finally
        {
            await hubSpot.NoFaultsAsync();
        }

        Assert.Null(await office.Show.RunAsync(office.Actor, default));
        Assert.Null((await office.ConnectAsync()).Failure);
    }

    [Theory]
    [InlineData(Role.Manager)]
    [InlineData(Role.Member)]
    [InlineData(Role.Viewer)]
    public async Task Below_admin_nobody_connects_or_disconnects(Role role)
    {
        await using var office = await Office.NewAsync(hubSpot);
        var (_, actor) = await office.Town.JoinedAsync(office.Actor, office.Workspace, role, "M");
        Assert.IsType<Failure.Forbidden>((await office.Start.RunAsync(actor, Office.Session, HubSpotSandbox.Redirect, default)).Failure);
        Assert.IsType<Failure.Forbidden>((await office.DisconnectAt(hubSpot.Grants).RunAsync(actor, default)).Failure);
    }
}
