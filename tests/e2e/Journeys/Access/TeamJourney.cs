using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Access;

/// <summary>Point 6: colleagues by link, several workspaces, disconnecting.</summary>
public sealed class TeamJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task Everybody_invited_is_a_member()
    {
        var maya = await BoardOfAsync(Person.Maya);
        var members = new MembersPage(maya.Visitor, await Stack.Scene.WorkspaceAsync());
        await members.OpenAsync();

        Assert.Equal(
            new[] { Person.Aiko, Person.Ben, Person.Daniel, Person.Maya }.Select(person => person.Name), (await members.NamesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_link_works_once_and_only_for_someone_signed_in()
    {
        var other = await ElsewhereAsync(20);
        var owner = await ArriveAsync(at: other);
        await new SignInPage(owner).SignInAsync(Person.Maya);
        var slug = await new WorkspacesPage(owner).CreateAsync("Links");
        var link = await new MembersPage(owner, slug).InviteAsync("Member");

        var guest = await ArriveAsync(at: other);
        await guest.Page.GotoAsync(link);
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await new SignInPage(guest).PickAsync(Person.Daniel);
        await guest.LiveAsync();
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await guest.Page.WaitForURLAsync(url => url.Contains($"/w/{slug}/", StringComparison.Ordinal));

        var late = await ArriveAsync(at: other);
        await new SignInPage(late).SignInAsync(Person.Ben);
        await late.GoAsync(link);
        await Assertions.Expect(late.Page.Locator(".notice")).ToBeVisibleAsync();
        await Assertions.Expect(late.Page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_workspace_of_others_looks_absent()
    {
        var slug = await Stack.Scene.WorkspaceAsync();
        var other = await ArriveAsync();
        other.Expect("404");
        await new SignInPage(other).SignInAsync(Person.Ben);
        await new WorkspacesPage(other).CreateAsync("Bens own");
        var known = await ArriveAsync(new() { StorageState = await Stack.Scene.SignedInAsync(Person.Maya) });
        known.Expect("404");

        await known.Page.GotoAsync("/w/bens-own/board");

        await Assertions.Expect(known.Page.GetByText("This page is not here")).ToBeVisibleAsync();
        Assert.NotEqual("bens-own", slug);
    }

    [Fact]
    public async Task One_moves_between_workspaces()
    {
        var maya = await BoardOfAsync(Person.Maya);
        var workspaces = new WorkspacesPage(maya.Visitor);
        await workspaces.CreateAsync("Another team");
        await workspaces.OpenAsync();
        Assert.Contains("Another team", await workspaces.NamesAsync());

        await workspaces.EnterAsync(Scene.WorkspaceName);

        await Assertions.Expect(maya.Zone(BoardPage.NotStarted)).ToBeAttachedAsync();
    }

    [Fact]
    public async Task The_switcher_lists_my_workspaces_and_goes_to_another()
    {
        var maya = await BoardOfAsync(Person.Maya);
        await new WorkspacesPage(maya.Visitor).CreateAsync("Third team");
        var (page, menu) = (maya.Page, maya.Page.Locator(".switcher"));
        await maya.Visitor.LiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Third team, switch workspace" }).ClickAsync();

        await Assertions.Expect(menu.Locator("[aria-current]")).ToContainTextAsync("Third team");
        await menu.GetByRole(AriaRole.Link, new() { Name = Scene.WorkspaceName }).ClickAsync();

        await Assertions.Expect(maya.Zone(BoardPage.NotStarted)).ToBeAttachedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"{Scene.WorkspaceName}, switch workspace" })).ToBeVisibleAsync();
        await Assertions.Expect(menu).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disconnecting_works_whether_or_not_HubSpot_answers(bool unreachable)
    {
        var other = await ElsewhereAsync(20);
        var owner = await ArriveAsync(at: other);
        await new SignInPage(owner).SignInAsync(Person.Maya);
        var connection = new ConnectionPage(owner, await new WorkspacesPage(owner).CreateAsync("Leaving"));
        await (await connection.ConnectAsync()).AllowAsync();
        await connection.ReadAsync();
        var before = await other.Sandbox.NowAsync();
        if (unreachable)
        {
            await other.Sandbox.FaultAsync("POST", "revoke", new { kind = "reset" });
            await other.Sandbox.FaultAsync("DELETE", "refresh-tokens|uninstall|appinstalls", new { kind = "reset" });
        }

        await connection.DisconnectAsync();

        var revoked = (await other.Sandbox.LedgerAsync(before)).Any(effect => effect.Kind is "revoke" or "uninstall");
        Assert.Equal(!unreachable, revoked);
        await connection.OpenAsync();
        await Assertions.Expect(owner.Page.GetByText("Not connected yet")).ToBeVisibleAsync();
    }
}
