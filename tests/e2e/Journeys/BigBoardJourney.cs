using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys;

/// <summary>A column of ten thousand: any part of it is there when looked at, and the page never holds it all.</summary>
public sealed class BigBoardJourney(Stack stack) : Journey(stack)
{
    private const int MostCardsInPage = 400;

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
            await list.EvaluateAsync("(list, part) => list.scrollTop = (list.scrollHeight - list.clientHeight) * part", part);
            await Eventually.HoldsAsync(() => SeesCardsAsync(list), $"cards at {part:P0} of the column");
            Assert.InRange(await board.Page.Locator("[data-cards] > [data-task-id]").CountAsync(), 1, MostCardsInPage);
        }

        Assert.Equal(counts.Max(), await list.EvaluateAsync<int>("list => +list.dataset.skip + list.querySelectorAll(':scope > [data-task-id]').length"));
        await list.EvaluateAsync("list => list.scrollTop = 0");
        await Assertions.Expect(board.Card(first)).ToBeVisibleAsync();
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
