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

    public static async Task LiftAsync(this BoardPage board, string id)
    {
        var (x, y) = await GripAsync(board, id);
        await board.Page.Mouse.MoveAsync(x, y);
        await board.Page.Mouse.DownAsync();
        await board.Page.Mouse.MoveAsync(x + 3, y + 8, new() { Steps = 3 });
        await Assertions.Expect(board.Page.Locator(InHand)).ToBeVisibleAsync();
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
        var thumb = await Thumb.PutAsync(board.Visitor, await GripAsync(board, id));
        await Assertions.Expect(board.Page.Locator(InHand)).ToBeVisibleAsync();
        await thumb.MoveAsync(toX, toY);
        await thumb.LiftAsync();
    }

    /// <summary>A thumb that swipes at once: scrolling, not dragging.</summary>
    public static async Task SwipeAsync(this BoardPage board, string id, float byY)
    {
        var (x, y) = await GripAsync(board, id);
        var thumb = await Thumb.PutAsync(board.Visitor, (x, y));
        await thumb.MoveAsync(x, y + byY);
        await thumb.LiftAsync();
    }

    public static ILocator InTheHand(this BoardPage board) => board.Page.Locator($"{Dragging}, {InHand}");

    private static async Task<(float X, float Y)> GripAsync(BoardPage board, string id)
    {
        await board.Card(id).ScrollIntoViewIfNeededAsync();
        var box = (await board.Card(id).BoundingBoxAsync())!;
        return (box.X + 40, box.Y + box.Height - 20);
    }
}
