using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Pages;

public sealed class FocusAddressTests
{
    private static readonly WorkspaceView Acme = new("acme", "Acme", new Actor(WorkspaceId.New(), Guid.NewGuid(), "Maya", Role.Member));

    [Theory]
    [InlineData("list", "owner=all&sort=-priority&cols=due,owner&page=3&task=7", "/w/acme/list?owner=all&sort=-priority&cols=due,owner&page=3")]
    [InlineData("board", "owner=all&group=due&q=a%26b&new=1", "/w/acme/board?owner=all&group=due&q=a%26b")]
    [InlineData("list", "", "/w/acme/list?owner=me")]
    public void The_way_back_is_the_page_one_came_from_as_it_was(string layout, string query, string back)
    {
        var there = FocusAddress.Of(Acme, layout, $"http://localhost/w/acme/{layout}?{query}");

        Assert.StartsWith("/w/acme/focus?owner=", there, StringComparison.Ordinal);
        Assert.Equal((layout, back), FocusAddress.Back(Acme, "http://localhost" + there + "&task=9"));
    }

    [Fact]
    public void Whoever_came_from_nowhere_gets_the_board_and_a_made_up_page_is_none() =>
        Assert.Equal(("board", "/w/acme/board?owner=all"), FocusAddress.Back(Acme, "http://localhost/w/acme/focus?owner=all&from=//evil.example"));
}
