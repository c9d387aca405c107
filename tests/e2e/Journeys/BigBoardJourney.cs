using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys;

/// <summary>A column of ten thousand: any part of it is there when looked at, and the page never holds it all. Who was in the middle of a board is there again.</summary>
public sealed class BigBoardJourney(Stack stack) : Journey(stack)
{
    private const int MostCardsInPage = 400;

    /// <summary>What a browser says when its server is gone.</summary>
    private const string Gone = "WebSocket|ERR_CONNECTION|Failed to|Connection disconnected|Error: |reconnect|TypeError: Failed to fetch";

    [Fact]
    public async Task A_column_of_ten_thousand_scrolls()
    {
        var other = await ElsewhereAsync(26_000);
        await other.Sandbox.SwitchAsync(new { rateLimits = false });
        var board = await BoardOfAsync(Person.Maya, "owner=all&closed=all", at: other);
        var zones = await board.ZonesAsync();
        var counts = await Task.WhenAll(zones.Select(board.CountAsync));
        var zone = zones[Array.IndexOf(counts, counts.Max())];
        Assert.True(counts.Max() >= 10_000, $"the largest column has {counts.Max()} cards");
        var list = board.Zone(zone).Locator("[data-cards]");
        var first = await board.PickAsync(zone);

        foreach (var part in new[] { 0.5, 1.0 })
        {
            await ScrollAsync(list, part);
            Assert.InRange(await board.Page.Locator("[data-cards] > [data-task-id]").CountAsync(), 1, MostCardsInPage);
        }

        Assert.Equal(counts.Max(), await list.EvaluateAsync<int>("list => +list.dataset.skip + list.querySelectorAll(':scope > [data-task-id]').length"));
        await list.EvaluateAsync("list => list.scrollTop = 0");
        await Assertions.Expect(board.Card(first)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_restart_of_the_server_and_a_way_back_lead_to_the_same_cards()
    {
        var other = await ElsewhereAsync(600);
        var board = await BoardOfAsync(Person.Maya, "owner=all&closed=all", new() { ViewportSize = new() { Width = 900, Height = 700 } }, other);
        board.Visitor.Expect(Gone);
        var list = board.Zone(Completed).Locator("[data-cards]");
        await board.Page.Locator(".board").EvaluateAsync("board => board.scrollLeft = 400");
        await ScrollAsync(list, 0.6);
        await ScrollAsync(board.Zone("status:IN_PROGRESS").Locator("[data-cards]"), 0.3);
        var card = await list.EvaluateAsync<string>("list => [...list.children].find(card => card.dataset.taskId && card.getBoundingClientRect().top > list.getBoundingClientRect().top).dataset.taskId");
        await board.Card(card).EvaluateAsync("card => card.focus({ preventScroll: true })");
        var before = await board.InSightAsync();
        await board.Page.EvaluateAsync("document.body.dataset.loadedBefore = ''");

        await other.KillWebAsync();
        await board.Page.WaitForSelectorAsync("body[data-connection=lost]", new() { State = WaitForSelectorState.Attached });
        await other.StartWebAsync();
        await board.Page.WaitForSelectorAsync("body:not([data-loaded-before])[data-interactive]", new() { State = WaitForSelectorState.Attached });

        await IsBackAsync(board, before, "a restart");
        await Assertions.Expect(board.Card(card)).ToBeFocusedAsync();

        await board.Picker("Type").SelectOptionAsync("CALL");
        await Assertions.Expect(board.Chips).ToHaveCountAsync(2);
        await list.EvaluateAsync("list => list.scrollTop = 0");
        await board.Page.GoBackAsync();
        await IsBackAsync(board, before, "filter taken back");

        await board.Page.GetByRole(AriaRole.Link, new() { Name = "Members" }).ClickAsync();
        await Assertions.Expect(board.Page.GetByRole(AriaRole.Heading, new() { Name = "Members" })).ToBeVisibleAsync();
        await board.Page.GoBackAsync();
        await IsBackAsync(board, before, "way back");
    }

    [Fact]
    public async Task A_phone_shows_the_same_column_and_cards_after_a_reload()
    {
        var board = await BoardOfAsync(Person.Maya, "owner=all&closed=all", new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } });
        await ScrollAsync(board.Zone(NotStarted).Locator("[data-cards]"), 0.5);
        var first = await board.InSightAsync();
        await board.Page.Locator($"[data-tab-zone='{Completed}']").TapAsync();
        await ScrollAsync(board.Zone(Completed).Locator("[data-cards]"), 0.4);
        var second = await board.InSightAsync();

        await board.Page.ReloadAsync();
        await board.Visitor.LiveAsync();

        await IsBackAsync(board, second, "reload");
        await board.Page.Locator($"[data-tab-zone='{NotStarted}']").TapAsync();
        await IsBackAsync(board, first, "the other column");
    }

    private static Task<string> IsBackAsync(BoardPage board, string before, string after) =>
        Eventually.BecomesAsync(board.InSightAsync, seen => seen == before, $"the cards {before} after: {after}");

    private static async Task ScrollAsync(ILocator list, double part)
    {
        await list.EvaluateAsync("(list, part) => list.scrollTop = Math.round((list.scrollHeight - list.clientHeight) * part)", part);
        await Eventually.HoldsAsync(() => SeesCardsAsync(list), $"cards at {part:P0} of the column");
    }

    /// <summary>The middle of the list shows a card, not a hole.</summary>
    private static Task<bool> SeesCardsAsync(ILocator list) => list.EvaluateAsync<bool>(
        """
        list => {
            const box = list.getBoundingClientRect();
            return [0.1, 0.5, 0.9].every(part => [...list.querySelectorAll(':scope > [data-task-id]')].some(card => {
                const at = card.getBoundingClientRect();
                return at.top < box.bottom && at.bottom > box.top && Math.abs((at.top + at.bottom) / 2 - (box.top + box.height * part)) < at.height;
            }));
        }
        """);
}
