using Bunit;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.Application.Workspaces.Members;
using Dashboard.Web.Features.Workspaces;
using Xunit;

namespace Dashboard.UnitTests.Workspaces;

public sealed class MemberLineTests : BunitContext
{
    private readonly List<Role> chosen = [];
    private int removed;

    [Theory]
    [InlineData(Role.Viewer, Role.Viewer)]
    [InlineData(Role.Manager, Role.Viewer)]
    [InlineData(Role.Admin, Role.Owner)]
    public void Who_may_not_change_a_role_gets_no_handles(Role you, Role theirs)
    {
        var line = Show(you, theirs);
        Assert.Empty(line.FindAll("select"));
        Assert.Empty(line.FindAll("button"));
        Assert.Contains($"{theirs}", line.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_admin_is_offered_roles_up_to_the_own_one()
    {
        var line = Show(Role.Admin, Role.Member);
        Assert.Equal(["Viewer", "Member", "Manager", "Admin"], line.FindAll("option").Select(option => option.TextContent));
        line.Find("select").Change("Manager");
        Assert.Equal([Role.Manager], chosen);
    }

    [Fact]
    public void A_role_that_was_never_offered_changes_nothing()
    {
        Show(Role.Admin, Role.Member).Find("select").Change("Emperor");
        Assert.Empty(chosen);
    }

    [Fact]
    public void Removing_asks_first_and_can_be_called_off()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var line = Show(Role.Admin, Role.Member);
        line.Find("button").Click();
        Assert.Contains("Remove <b>Mia</b>?", line.Find("[role=group]").GetAttribute("aria-label"), StringComparison.Ordinal);
        line.FindAll("button")[1].Click();
        Assert.Equal(0, removed);

        line.Find("button").Click();
        line.FindAll("button")[0].Click();
        Assert.Equal(1, removed);
    }

    [Fact]
    public void A_name_is_text_whatever_it_says() => Assert.Empty(Show(Role.Owner, Role.Member).FindAll("b"));

    private IRenderedComponent<MemberLine> Show(Role you, Role theirs) => Render<MemberLine>(line => line
        .Add(l => l.Row, new MemberRow(Guid.NewGuid(), "<b>Mia</b>", "mia@example.com", theirs, default, IsYou: false))
        .Add(l => l.You, new Actor(WorkspaceId.New(), Guid.NewGuid(), "You", you))
        .Add(l => l.OnRole, chosen.Add)
        .Add(l => l.OnRemove, () => removed++));
}
