using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Persistence;
using Xunit;

namespace Dashboard.UnitTests.Workspaces;

public sealed class MembershipTests
{
    [Fact]
    public async Task An_admin_changes_roles_up_to_the_own_one()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, workspace) = await town.FoundedAsync();
        var (_, admin) = await town.JoinedAsync(owner, workspace, Role.Admin, "Adam");
        var (member, _) = await town.JoinedAsync(owner, workspace, Role.Member, "Mia");

        Assert.True((await town.Change.RunAsync(admin, member.Id, Role.Admin, default)).Ok);
        Assert.Equal(Role.Admin, (await town.ActorAsync(member, workspace)).Role);
        Assert.IsType<Failure.Invalid>((await town.Change.RunAsync(admin, member.Id, Role.Owner, default)).Failure);
        Assert.IsType<Failure.Forbidden>((await town.Change.RunAsync(admin, owner.PersonId, Role.Member, default)).Failure);
        Assert.IsType<Failure.Forbidden>((await town.Remove.RunAsync(admin, owner.PersonId, default)).Failure);
        Assert.Equal("member.role", (await town.AuditAsync(workspace.Id))[^1]);
    }

    [Fact]
    public async Task Below_admin_nobody_changes_or_removes_anybody()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, workspace) = await town.FoundedAsync();
        var (_, manager) = await town.JoinedAsync(owner, workspace, Role.Manager, "M");
        var (viewer, _) = await town.JoinedAsync(owner, workspace, Role.Viewer, "V");
        Assert.IsType<Failure.Forbidden>((await town.Change.RunAsync(manager, viewer.Id, Role.Member, default)).Failure);
        Assert.IsType<Failure.Forbidden>((await town.Remove.RunAsync(manager, viewer.Id, default)).Failure);
    }

    [Fact]
    public async Task A_removed_member_is_out_and_their_links_are_dead()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, workspace) = await town.FoundedAsync();
        var (person, admin) = await town.JoinedAsync(owner, workspace, Role.Admin, "Adam");
        var link = (await town.Invite.RunAsync(admin, Role.Member, default)).Value.Token;

        List<WorkspaceSignal> heard = [];
        using var listening = town.Feed.Subscribe(workspace.Id, heard.Add);
        Assert.True((await town.Remove.RunAsync(owner, person.Id, default)).Ok);

        Assert.Single(heard);
        Assert.Empty(await new ListWorkspaces(town.Database.Databases).RunAsync(person, default));
        Assert.Contains("withdrawn", (await town.Accept.RunAsync(person, link, default)).Failure!.Sentence, StringComparison.Ordinal);
        Assert.IsType<Failure.NotFound>((await town.Remove.RunAsync(owner, person.Id, default)).Failure);
    }

    [Fact]
    public async Task A_demoted_admin_s_links_are_dead()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, workspace) = await town.FoundedAsync();
        var (person, admin) = await town.JoinedAsync(owner, workspace, Role.Admin, "Adam");
        var link = (await town.Invite.RunAsync(admin, Role.Admin, default)).Value.Token;
        await town.Change.RunAsync(owner, person.Id, Role.Viewer, default);
        Assert.False((await town.Accept.RunAsync(await town.PersonAsync("Guest"), link, default)).Ok);
    }

    [Fact]
    public async Task The_last_owner_neither_leaves_nor_steps_down()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, workspace) = await town.FoundedAsync();
        var (other, _) = await town.JoinedAsync(owner, workspace, Role.Admin, "Adam");
        Assert.IsType<Failure.Conflict>((await town.Leave.RunAsync(owner, default)).Failure);
        Assert.IsType<Failure.Conflict>((await town.Change.RunAsync(owner, owner.PersonId, Role.Admin, default)).Failure);
        Assert.IsType<Failure.Conflict>((await town.Remove.RunAsync(owner, owner.PersonId, default)).Failure);

        await town.Change.RunAsync(owner, other.Id, Role.Owner, default);
        Assert.True((await town.Leave.RunAsync(owner, default)).Ok);
        Assert.Equal([Role.Owner], (await town.List.RunAsync(await town.ActorAsync(other, workspace), default)).Members.Select(m => m.Role));
    }

    [Theory, EveryEngine]
    public async Task When_all_owners_leave_at_once_one_stays(Engine engine)
    {
        await using var town = await Town.NewAsync(engine);
        var (_, owner, workspace) = await town.FoundedAsync();
        List<Actor> owners = [owner];
        for (var i = 0; i < 5; i++)
        {
            owners.Add((await town.JoinedAsync(owner, workspace, Role.Owner, $"O{i}")).Actor);
        }

        // Whoever is told to look again tries again, until everybody either left or is the last.
        await Task.WhenAll(owners.Select(actor => Task.Run(async () =>
        {
            for (var attempt = 0; attempt < 20; attempt++)
            {
                if ((await town.Leave.RunAsync(actor, default)).Ok)
                {
                    return;
                }
            }
        })));

        await using var db = town.Database.Databases.OpenEngine();
        Assert.Single(db.Members.Where(m => m.WorkspaceId == workspace.Id).ToList());
    }

    [Fact]
    public async Task Members_of_another_workspace_are_out_of_reach()
    {
        await using var town = await Town.NewAsync();
        var (_, ours, _) = await town.FoundedAsync();
        var (theirs, _, their) = await town.FoundedAsync("Other", "Stranger");
        Assert.IsType<Failure.NotFound>((await town.Change.RunAsync(ours, theirs.Id, Role.Viewer, default)).Failure);
        Assert.IsType<Failure.NotFound>((await town.Remove.RunAsync(ours, theirs.Id, default)).Failure);
        Assert.DoesNotContain((await town.List.RunAsync(ours, default)).Members, m => m.PersonId == theirs.Id);
        Assert.Equal(Role.Owner, (await town.ActorAsync(theirs, their)).Role);
    }
}
