using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages;

/// <summary>Mouse and thumb over a board.</summary>
internal static class Hand
{
    private const string InHand = ".in-hand";
    private const string Dragging = "[data-board].dragging";

    /// <summary>Presses on a card, carries it to the top of a column and lets go.</summary>
    public static async Task DragAsync(this BoardPage board, string id, string zone)
    {
        await board.LiftAsync(id);
        await board.CarryAsync(zone);
        await board.Page.Mouse.UpAsync();
    }

    public static Task LiftAsync(this BoardPage board, string id) => board.LiftAsync(board.Card(id));

    public static async Task LiftAsync(this BoardPage board, ILocator card)
    {
        await PressAsync(board, await GripAsync(card));
        await Assertions.Expect(board.Page.Locator(InHand)).ToBeVisibleAsync();
    }

    /// <summary>A quick hand that does not look twice: takes whatever card lies at the n-th place of a column and lets go over another one.</summary>
    /// <returns>The card that was moved; null when none lay there or it was dropped where it was.</returns>
    public static async Task<string?> TryDragAsync(this BoardPage board, int at, string from, string to)
    {
        var box = await board.Zone(from).Locator("[data-cards]").BoundingBoxAsync();
        await PressAsync(board, (box!.X + 60, box.Y + 60 + (at * 112)));
        var card = await board.Page.EvaluateAsync<string?>("document.querySelector('.in-hand')?.dataset.taskId");
        if (card is null || from == to)
        {
            await board.Page.Keyboard.PressAsync("Escape");
            await board.Page.Mouse.UpAsync();
            return null;
        }

        await board.CarryAsync(to);
        await board.Page.Mouse.UpAsync();
        return card;
    }

    /// <summary>Rests over the middle of something.</summary>
    public static async Task OverAsync(this BoardPage board, ILocator target)
    {
        var box = (await target.BoundingBoxAsync())!;
        await board.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + Math.Min(200, box.Height / 2), new() { Steps = 6 });
        await Assertions.Expect(target).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("aimed|forbidden"));
    }

    private static async Task PressAsync(BoardPage board, (float X, float Y) grip)
    {
        await board.Page.Mouse.MoveAsync(grip.X, grip.Y);
        await board.Page.Mouse.DownAsync();
        await board.Page.Mouse.MoveAsync(grip.X + 3, grip.Y + 8, new() { Steps = 3 });
    }

    public static async Task CarryAsync(this BoardPage board, string zone)
    {
        var column = board.Zone(zone);
        await column.ScrollIntoViewIfNeededAsync();
        var box = (await column.Locator("[data-cards]").BoundingBoxAsync())!;
        await board.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + Math.Min(120, box.Height / 2), new() { Steps = 8 });
        await Assertions.Expect(column).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("aimed|forbidden"));
    }

    /// <summary>A thumb: rests on the card until it lifts, carries it, lets go. Through the browser's own touch events.</summary>
    public static async Task DragByThumbAsync(this BoardPage board, string id, float toX, float toY)
    {
        var thumb = await Thumb.PutAsync(board.Visitor, await GripAsync(board.Card(id)));
        await Assertions.Expect(board.Page.Locator(InHand)).ToBeVisibleAsync();
        await thumb.MoveAsync(toX, toY);
        await thumb.LiftAsync();
    }

    /// <summary>A thumb that swipes at once: scrolling, not dragging.</summary>
    public static async Task SwipeAsync(this BoardPage board, string id, float byY)
    {
        var (x, y) = await GripAsync(board.Card(id));
        var thumb = await Thumb.PutAsync(board.Visitor, (x, y));
        await thumb.MoveAsync(x, y + byY);
        await thumb.LiftAsync();
    }

    public static ILocator InTheHand(this BoardPage board) => board.Page.Locator($"{Dragging}, {InHand}");

    private static async Task<(float X, float Y)> GripAsync(ILocator card)
    {
        await card.ScrollIntoViewIfNeededAsync();
        var box = (await card.BoundingBoxAsync())!;
        return (box.X + 40, box.Y + box.Height - 20);
    }
}
