using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Moving;

/// <summary>Point 4 on a phone: a press lifts, a swipe scrolls.</summary>
public sealed class ThumbJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task A_press_lifts_the_card_and_a_tab_takes_it()
    {
        var board = await BoardOfAsync(Person.Maya, options: Phone());
        var (card, before) = (await board.PickAsync(NotStarted, 1), await Sandbox.NowAsync());
        var tab = board.Page.Locator($"[data-tab-zone='{Completed}']");
        await board.Card(card).ScrollIntoViewIfNeededAsync();
        await tab.ScrollIntoViewIfNeededAsync();
        var box = (await tab.BoundingBoxAsync())!;

        await board.DragByThumbAsync(card, Math.Min(box.X + (box.Width / 2), 380), box.Y + (box.Height / 2));

        await Sandbox.HasAsync(card, "hs_task_status", "COMPLETED", before);
        await board.IsInAsync(Completed, card);
    }

    [Fact]
    public async Task A_swipe_scrolls_and_drags_nothing()
    {
        var board = await BoardOfAsync(Person.Maya, options: Phone());
        var ids = await board.IdsAsync(NotStarted);
        var list = board.Zone(NotStarted).Locator("[data-cards]");
        await board.SwipeAsync(ids[2], -260);

        await Assertions.Expect(board.InTheHand()).ToHaveCountAsync(0);
        await Eventually.HoldsAsync(
            async () => await list.EvaluateAsync<double>("list => list.scrollTop") > 0 || await board.Page.EvaluateAsync<double>("scrollY") > 0, "the list to scroll");
        Assert.Equal(ids[..3], (await board.IdsAsync(NotStarted))[..3]);
    }

    private static BrowserNewContextOptions Phone() => new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } };
}
