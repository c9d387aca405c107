using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Workspaces;

public sealed class InvitationTests
{
    [Theory, EveryEngine]
    public async Task A_link_makes_one_signed_in_person_a_member_with_the_chosen_role(Engine engine)
    {
        await using var town = await Town.NewAsync(engine);
        var (_, owner, workspace) = await town.FoundedAsync();
        var invitation = (await town.Invite.RunAsync(owner, Role.Manager, default)).Value;
        var guest = await town.PersonAsync("Guest");

        var preview = (await town.Preview.RunAsync(guest, invitation.Token, default)).Value;
        Assert.Equal(("Team", Role.Manager, "Olga Owner", false), (preview.WorkspaceName, preview.Role, preview.InvitedBy, preview.AlreadyMember));

        List<WorkspaceSignal> heard = [];
        using (town.Feed.Subscribe(workspace.Id, heard.Add))
        {
            Assert.Equal(workspace.Id, (await town.Accept.RunAsync(guest, invitation.Token, default)).Value.Id);
        }

        Assert.Equal(Role.Manager, (await town.ActorAsync(guest, workspace)).Role);
        Assert.IsType<WorkspaceSignal.MembersChanged>(Assert.Single(heard));
        Assert.Equal(["workspace.created", "member.invited", "member.joined"], await town.AuditAsync(workspace.Id));
    }

    [Fact]
    public async Task A_used_link_does_not_open_for_anybody_else()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, _) = await town.FoundedAsync();
        var token = (await town.Invite.RunAsync(owner, Role.Member, default)).Value.Token;
        await town.Accept.RunAsync(await town.PersonAsync("First"), token, default);

        var second = await town.PersonAsync("Second");
        Assert.Contains("already used", (await town.Accept.RunAsync(second, token, default)).Failure!.Sentence, StringComparison.Ordinal);
        Assert.Contains("already used", (await town.Preview.RunAsync(second, token, default)).Failure!.Sentence, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Of_ten_people_who_open_a_link_at_once_one_gets_in(Engine engine)
    {
        await using var town = await Town.NewAsync(engine);
        var (_, owner, workspace) = await town.FoundedAsync();
        var token = (await town.Invite.RunAsync(owner, Role.Member, default)).Value.Token;
        var crowd = new List<Application.People.Person>();
        for (var i = 0; i < 10; i++)
        {
            crowd.Add(await town.PersonAsync($"P{i}"));
        }

        var results = await Task.WhenAll(crowd.Select(person => Task.Run(() => town.Accept.RunAsync(person, token, default))));
        Assert.Single(results, result => result.Ok);
        Assert.Equal(2, (await town.List.RunAsync(owner, default)).Members.Count);
    }

    [Fact]
    public async Task One_person_who_clicks_twice_is_one_member()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, _) = await town.FoundedAsync();
        var token = (await town.Invite.RunAsync(owner, Role.Member, default)).Value.Token;
        var guest = await town.PersonAsync("Guest");
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => town.Accept.RunAsync(guest, token, default))));
        Assert.All(results, result => Assert.True(result.Ok));
        Assert.Equal(2, (await town.List.RunAsync(owner, default)).Members.Count);
    }

    [Fact]
    public async Task After_seven_days_a_link_has_expired()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, _) = await town.FoundedAsync();
        var token = (await town.Invite.RunAsync(owner, Role.Member, default)).Value.Token;
        var guest = await town.PersonAsync("Guest");
        town.Clock.Now += TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1);
        Assert.True((await town.Preview.RunAsync(guest, token, default)).Ok);

        town.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Contains("expired", (await town.Accept.RunAsync(guest, token, default)).Failure!.Sentence, StringComparison.Ordinal);
        Assert.Empty((await town.List.RunAsync(owner, default)).Invitations);
    }

    [Fact]
    public async Task A_withdrawn_link_says_so_and_a_guessed_one_is_not_found()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, _) = await town.FoundedAsync();
        var invitation = (await town.Invite.RunAsync(owner, Role.Member, default)).Value;
        Assert.Single((await town.List.RunAsync(owner, default)).Invitations);
        Assert.True((await town.Withdraw.RunAsync(owner, invitation.Id, default)).Ok);

        var guest = await town.PersonAsync("Guest");
        Assert.Contains("withdrawn", (await town.Accept.RunAsync(guest, invitation.Token, default)).Failure!.Sentence, StringComparison.Ordinal);
        Assert.IsType<Failure.NotFound>((await town.Accept.RunAsync(guest, SecretToken.New(), default)).Failure);
        Assert.IsType<Failure.NotFound>((await town.Preview.RunAsync(guest, new string('x', 100_000), default)).Failure);
    }

    [Fact]
    public async Task An_accepted_link_cannot_be_withdrawn_and_a_foreign_one_is_not_found()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, _) = await town.FoundedAsync();
        var (_, stranger, _) = await town.FoundedAsync("Other", "Stranger");
        var invitation = (await town.Invite.RunAsync(owner, Role.Member, default)).Value;
        Assert.IsType<Failure.NotFound>((await town.Withdraw.RunAsync(stranger, invitation.Id, default)).Failure);
        await town.Accept.RunAsync(await town.PersonAsync("Guest"), invitation.Token, default);
        Assert.IsType<Failure.Conflict>((await town.Withdraw.RunAsync(owner, invitation.Id, default)).Failure);
    }

    [Fact]
    public async Task A_member_who_opens_a_link_keeps_role_and_leaves_the_link_to_others()
    {
        await using var town = await Town.NewAsync();
        var (person, owner, workspace) = await town.FoundedAsync();
        var token = (await town.Invite.RunAsync(owner, Role.Viewer, default)).Value.Token;
        Assert.True((await town.Preview.RunAsync(person, token, default)).Value.AlreadyMember);
        Assert.True((await town.Accept.RunAsync(person, token, default)).Ok);
        Assert.Equal(Role.Owner, (await town.ActorAsync(person, workspace)).Role);
        Assert.True((await town.Accept.RunAsync(await town.PersonAsync("Guest"), token, default)).Ok);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Member)]
    [InlineData(Role.Manager)]
    public async Task Below_admin_nobody_invites(Role role)
    {
        await using var town = await Town.NewAsync();
        var (_, owner, workspace) = await town.FoundedAsync();
        var (_, actor) = await town.JoinedAsync(owner, workspace, role, "M");
        Assert.IsType<Failure.Forbidden>((await town.Invite.RunAsync(actor, Role.Viewer, default)).Failure);
        Assert.IsType<Failure.Forbidden>((await town.Withdraw.RunAsync(actor, Guid.NewGuid(), default)).Failure);
        Assert.Empty((await town.List.RunAsync(actor, default)).Invitations);
    }

    [Fact]
    public async Task An_admin_cannot_invite_an_owner_and_nobody_an_unknown_role()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, workspace) = await town.FoundedAsync();
        var (_, admin) = await town.JoinedAsync(owner, workspace, Role.Admin, "A");
        Assert.IsType<Failure.Invalid>((await town.Invite.RunAsync(admin, Role.Owner, default)).Failure);
        Assert.IsType<Failure.Invalid>((await town.Invite.RunAsync(owner, (Role)(-1), default)).Failure);
    }

    [Fact]
    public async Task The_token_of_a_link_is_stored_nowhere()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, _) = await town.FoundedAsync();
        var token = (await town.Invite.RunAsync(owner, Role.Member, default)).Value.Token;
        Assert.Equal(43, token.Length);
        await using var db = town.Database.Databases.OpenEngine();
        Assert.Equal(SecretToken.Hash(token), (await db.Invitations.SingleAsync()).TokenHash);
        await town.Database.AskFileAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.DoesNotContain(token, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(town.Database.File)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ANA@example.com", true, 7L)]
    [InlineData("ana@example.com", false, null)]
    [InlineData("other@example.com", true, null)]
    public async Task Who_joins_is_known_as_an_owner_of_the_portal_by_a_verified_address_alone(string address, bool verified, long? owner)
    {
        await using var town = await Town.NewAsync();
        var (_, admin, workspace) = await town.FoundedAsync();
        await using (var db = town.Database.Databases.Open(workspace.Id))
        {
            db.Owners.Add(new Dashboard.Application.Records.Owner { WorkspaceId = workspace.Id, Id = 7, Name = "Ana", Email = "ana@example.com" });
            await db.SaveChangesAsync();
        }

        var person = await town.PersonAsync("Ana");
        (person.Email, person.EmailVerified) = (address, verified);
        await town.Accept.RunAsync(person, (await town.Invite.RunAsync(admin, Role.Member, default)).Value.Token, default);

        Assert.Equal(owner, (await town.ActorAsync(person, workspace)).OwnerId);
    }
}
