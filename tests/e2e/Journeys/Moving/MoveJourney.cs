using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Moving;

/// <summary>Point 4: a card goes to Completed by mouse, menu, undo; gestures that end nowhere send nothing.</summary>
public sealed class MoveJourney(Stack stack) : Journey(stack)
{
    private const string Status = "hs_task_status";

    [Fact]
    public async Task A_dragged_card_is_there_in_the_next_frame_and_in_HubSpot_a_moment_later()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 1);
        var (before, count) = (await Sandbox.NowAsync(), await board.CountAsync(Completed));
        await board.LiftAsync(card);
        await board.CarryAsync(Completed);
        await board.Page.EvaluateAsync(
            """
            ([zone, id]) => window.addEventListener('pointerup', () => requestAnimationFrame(() => {
                window.nextFrame = !!document.querySelector(`[data-zone="${zone}"] [data-task-id="${id}"]`);
            }), { once: true })
            """, new[] { Completed, card });
        await board.Page.Mouse.UpAsync();

        await board.IsInAsync(Completed, card);
        await board.IsSavedAsync(card);
        Assert.True(await board.Page.EvaluateAsync<bool>("window.nextFrame"));
        Assert.Equal(count + 1, await board.CountAsync(Completed));
        Assert.Single(await Sandbox.HasAsync(card, Status, "COMPLETED", before));
    }

    [Fact]
    public async Task Undo_is_one_click()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 2);
        var (order, before) = (await board.IdsAsync(NotStarted), await Sandbox.NowAsync());
        await board.DragAsync(card, Completed);
        await board.IsInAsync(Completed, card);
        await Sandbox.HasAsync(card, Status, "COMPLETED", before);

        await board.Undo.ClickAsync();

        await board.IsInAsync(NotStarted, card);
        await board.IsSavedAsync(card);
        Assert.Equal(2, (await Sandbox.HasAsync(card, Status, "NOT_STARTED", before)).Length);
        Assert.Equal(order, await board.IdsAsync(NotStarted));
    }

    [Fact]
    public async Task Undo_is_one_key()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 3);
        var before = await Sandbox.NowAsync();
        await board.DragAsync(card, Completed);
        await Sandbox.HasAsync(card, Status, "COMPLETED", before);
        await Assertions.Expect(board.Undo).ToBeVisibleAsync();

        await board.Page.Keyboard.PressAsync("Control+z");

        await board.IsInAsync(NotStarted, card);
        await Sandbox.HasAsync(card, Status, "NOT_STARTED", before);
    }

    [Fact]
    public async Task The_menu_offers_every_column_and_moves()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted);
        var before = await Sandbox.NowAsync();
        await board.MoveByMenuAsync(card, Completed);

        await board.IsInAsync(Completed, card);
        await Sandbox.HasAsync(card, Status, "COMPLETED", before);
        await Assertions.Expect(board.Card(card)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_and_the_same_place_send_nothing()
    {
        var board = await BoardOfAsync(Person.Maya);
        var ids = await board.IdsAsync(NotStarted);
        var before = await Sandbox.NowAsync();

        await board.LiftAsync(ids[0]);
        await board.CarryAsync(Completed);
        await board.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(board.InTheHand()).ToHaveCountAsync(0);
        await board.Page.Mouse.UpAsync();
        await board.LiftAsync(ids[1]);
        await board.Page.Mouse.UpAsync();
        await Assertions.Expect(board.InTheHand()).ToHaveCountAsync(0);
        Assert.Equal(ids, await board.IdsAsync(NotStarted));

        // A later move arrives; nothing was sent before it.
        await board.MoveByMenuAsync(ids[2], Completed);
        await Sandbox.HasAsync(ids[2], Status, "COMPLETED", before);
        Assert.DoesNotContain(await Sandbox.LedgerAsync(before), effect => effect.ObjectId == ids[0] || effect.ObjectId == ids[1]);
    }

    [Fact]
    public async Task A_click_opens_and_a_small_tremble_is_still_a_click()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted);
        var box = (await board.Card(card).Locator("[data-subject]").BoundingBoxAsync())!;
        await board.Page.Mouse.MoveAsync(box.X + 20, box.Y + 6);
        await board.Page.Mouse.DownAsync();
        await board.Page.Mouse.MoveAsync(box.X + 22, box.Y + 8);
        await board.Page.Mouse.UpAsync();

        await Assertions.Expect(board.Drawer).ToHaveAttributeAsync("data-drawer-task", card);
    }
}
