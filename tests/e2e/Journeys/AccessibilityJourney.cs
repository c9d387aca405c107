using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys;

/// <summary>What machines can judge of accessibility: axe's rules, sizes of targets, reflow at 400 %.</summary>
public sealed class AccessibilityJourney(Stack stack) : Journey(stack)
{
    private const int SmallestTarget = 24;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious(ColorScheme scheme)
    {
        var board = await BoardOfAsync(Person.Maya, options: new() { ColorScheme = scheme });
        var card = await board.PickAsync(NotStarted, 1);
        var slug = await Stack.Scene.WorkspaceAsync();
        var stranger = await ArriveAsync(new() { ColorScheme = scheme });
        var found = new List<string>();
        foreach (var visitor in new[] { board.Visitor, stranger })
        {
            // axe tries styles of its own in the page.
            visitor.Expect("Applying inline style");
        }

        foreach (var path in new[] { $"/w/{slug}/board?owner=all", $"/w/{slug}/board?owner=all&task={card}", $"/w/{slug}/settings/connection", $"/w/{slug}/settings/members", "/account", "/workspaces?choose" })
        {
            await board.Visitor.GoAsync(path);
            found.AddRange(await Axe.SeriousAsync(board.Page, path));
        }

        foreach (var path in new[] { "/", "/sign-in" })
        {
            await stranger.Page.GotoAsync(path);
            found.AddRange(await Axe.SeriousAsync(stranger.Page, path));
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Fact]
    public async Task Every_target_of_the_board_is_large_enough()
    {
        var board = await BoardOfAsync(Person.Maya);
        var small = await board.Page.Locator("main button:visible, main a:visible, main select:visible, nav a:visible, nav button:visible").EvaluateAllAsync<string[]>(
            """
            (all, least) => all.map(one => [one, one.getBoundingClientRect()])
                .filter(([one, box]) => box.width > 1 && (box.height < least || box.width < least) && getComputedStyle(one).display !== 'inline')
                .map(([one, box]) => `${one.outerHTML.slice(0, 120)} is ${Math.round(box.width)} by ${Math.round(box.height)}`)
            """, SmallestTarget);

        Assert.True(small.Length == 0, string.Join(Environment.NewLine, small.Distinct().Take(10)));
    }

    [Theory]
    [InlineData("owner=all")]
    [InlineData("owner=all&type=CALL,EMAIL,TODO&priority=HIGH,LOW&q=follow&closed=all")]
    public async Task At_400_percent_one_column_is_left_and_nothing_scrolls_two_ways(string query)
    {
        var board = await BoardOfAsync(Person.Maya, query, new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await ScrollsOneWayAsync(board);
        await board.Page.Locator($"[data-tab-zone='{Completed}']").ClickAsync();
        await Assertions.Expect(board.Zone(Completed)).ToBeVisibleAsync();
        await ScrollsOneWayAsync(board);

        await board.Page.Locator("[data-shortcuts]").ClickAsync();
        Assert.True(await board.Shortcuts.EvaluateAsync<bool>("sheet => sheet.scrollWidth <= sheet.clientWidth"), "the sheet of keys scrolls sideways");
    }

    private static async Task ScrollsOneWayAsync(BoardPage board)
    {
        Assert.Equal(1, await board.Page.Locator("[data-zone]:visible").CountAsync());
        Assert.True(await board.Page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"), "the page scrolls sideways");

        // Rows of tabs or filters may run sideways and columns down, but nothing both ways.
        var both = await board.Page.Locator("body *:visible").EvaluateAllAsync<string[]>(
            """
            all => all.filter(one => {
                const style = getComputedStyle(one), scrolls = way => /auto|scroll/.test(way);
                return scrolls(style.overflowX) && one.scrollWidth > one.clientWidth && scrolls(style.overflowY) && one.scrollHeight > one.clientHeight;
            }).map(one => one.outerHTML.slice(0, 100))
            """);
        Assert.True(both.Length == 0, string.Join(Environment.NewLine, both));
    }
}
