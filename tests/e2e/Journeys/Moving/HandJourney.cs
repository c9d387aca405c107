using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Moving;

/// <summary>What may happen between the lift and the drop.</summary>
public sealed class HandJourney(Stack stack) : Journey(stack)
{
    private const string Status = "hs_task_status";
    private const string Waiting = "status:WAITING";

    [Fact]
    public async Task A_card_that_a_colleague_moves_under_the_hand_is_still_dropped_and_the_clash_is_told()
    {
        var (maya, daniel) = (await BoardOfAsync(Person.Maya), await BoardOfAsync(Person.Daniel));
        var (card, before) = (await maya.PickAsync(NotStarted, 1), await Sandbox.NowAsync());
        var waiting = await maya.CountAsync(Waiting);
        await maya.LiftAsync(card);
        await maya.CarryAsync(Completed);

        await daniel.MoveByMenuAsync(card, Waiting);
        // By its date it may stand below what is drawn of that column, so the column's count tells.
        await Assertions.Expect(maya.CardIn(NotStarted, card)).ToHaveCountAsync(0);
        await Eventually.BecomesAsync(() => maya.CountAsync(Waiting), count => count == waiting + 1, $"{waiting + 1} cards in Waiting");
        await Sandbox.HasAsync(card, Status, "WAITING", before);
        await Assertions.Expect(maya.Page.Locator(".in-hand")).ToBeVisibleAsync();
        await maya.Page.Mouse.UpAsync();

        await Sandbox.HasAsync(card, Status, "COMPLETED", before);
        await maya.IsInAsync(Completed, card);
        await Assertions.Expect(maya.Notices.First).ToContainTextAsync("Daniel Reyes moved this card to Waiting while you held it.");
    }

    [Theory]
    [InlineData("right button")]
    [InlineData("out of the window")]
    [InlineData("another window")]
    public async Task A_drag_that_is_given_up_puts_the_card_back_and_opens_nothing(string how)
    {
        var board = await BoardOfAsync(Person.Maya);
        var (ids, before) = (await board.IdsAsync(NotStarted), await Sandbox.NowAsync());
        await board.LiftAsync(ids[1]);
        await board.CarryAsync(Completed);

        await (how switch
        {
            "right button" => board.Page.Mouse.DownAsync(new() { Button = MouseButton.Right }),
            "out of the window" => board.Page.Mouse.MoveAsync(500, -40, new() { Steps = 4 }),
            _ => board.Page.EvaluateAsync("dispatchEvent(new Event('blur'))"),
        });

        await Assertions.Expect(board.InTheHand()).ToHaveCountAsync(0);
        await board.Page.Mouse.UpAsync(new() { Button = MouseButton.Right });
        await board.Page.Mouse.UpAsync();
        Assert.Equal(ids, await board.IdsAsync(NotStarted));
        await Assertions.Expect(board.Drawer).ToHaveCountAsync(0);
        await board.MoveByMenuAsync(ids[2], Waiting);
        await Sandbox.HasAsync(ids[2], Status, "WAITING", before);
        Assert.DoesNotContain(await Sandbox.LedgerAsync(before), effect => effect.ObjectId == ids[1]);
    }

    [Fact]
    public async Task A_column_that_takes_nothing_says_why_before_the_release()
    {
        var board = await BoardOfAsync(Person.Maya, "owner=all&group=due");
        var card = await board.PickAsync("due:Later");
        await board.LiftAsync(card);
        await board.CarryAsync("due:Overdue");

        await Assertions.Expect(board.Zone("due:Overdue")).ToHaveClassAsync(new Regex("forbidden"));
        await Assertions.Expect(board.Page.Locator(".in-hand")).ToHaveAttributeAsync("data-reason", new Regex("becomes overdue by itself"));
        await board.Page.Mouse.UpAsync();

        await Assertions.Expect(board.Said).ToContainTextAsync("becomes overdue by itself");
        await board.IsInAsync("due:Later", card);
        await board.IsSavedAsync(card);
    }

    [Fact]
    public async Task Selected_cards_travel_together_in_their_order()
    {
        var board = await BoardOfAsync(Person.Maya);
        var (ids, before) = (await board.IdsAsync(NotStarted), await Sandbox.NowAsync());
        string[] chosen = [ids[1], ids[2], ids[4]];
        foreach (var id in chosen)
        {
            await board.Card(id).ClickAsync(new() { Modifiers = [KeyboardModifier.Control], Position = new() { X = 40, Y = 60 } });
        }

        await board.LiftAsync(ids[2]);
        await Assertions.Expect(board.Page.Locator(".in-hand")).ToHaveAttributeAsync("data-many", "3");
        await board.CarryAsync(Waiting);
        await board.Page.Mouse.UpAsync();

        foreach (var id in chosen)
        {
            await board.IsInAsync(Waiting, id);
            await Sandbox.HasAsync(id, Status, "WAITING", before);
        }

        Assert.Equal(chosen, (await board.IdsAsync(Waiting)).Where(id => chosen.Contains(id)));
        await Assertions.Expect(board.Undo).ToBeVisibleAsync();
        await board.Undo.ClickAsync();
        foreach (var id in chosen)
        {
            await board.IsInAsync(NotStarted, id);
        }

        Assert.Equal(ids[..6], (await board.IdsAsync(NotStarted))[..6]);
    }

    [Fact]
    public async Task A_folded_column_takes_a_drop_and_opens_for_a_card_that_rests_on_it()
    {
        var board = await BoardOfAsync(Person.Maya);
        var (ids, before) = (await board.IdsAsync(NotStarted), await Sandbox.NowAsync());
        await board.Zone(Waiting).Locator("[data-fold]").ClickAsync();
        await Assertions.Expect(board.Zone(Waiting)).ToHaveAttributeAsync("data-folded", "");

        await board.LiftAsync(ids[1]);
        await board.OverAsync(board.Zone(Waiting));
        await board.Page.Mouse.UpAsync();
        await Sandbox.HasAsync(ids[1], Status, "WAITING", before);
        await Assertions.Expect(board.Zone(Waiting)).ToHaveAttributeAsync("data-folded", "");

        await board.LiftAsync(ids[2]);
        await board.OverAsync(board.Zone(Waiting));
        await Assertions.Expect(board.Zone(Waiting)).Not.ToHaveAttributeAsync("data-folded", "");
        await board.Page.Keyboard.PressAsync("Escape");
        await board.Page.Mouse.UpAsync();
    }

    [Fact]
    public async Task The_board_scrolls_by_itself_while_a_card_is_held_at_its_edges()
    {
        var board = await BoardOfAsync(Person.Maya, options: new() { ViewportSize = new() { Width = 800, Height = 700 } });
        var card = await board.PickAsync(NotStarted, 1);
        await board.LiftAsync(card);
        var list = (await board.Zone(NotStarted).Locator("[data-cards]").BoundingBoxAsync())!;

        await board.Page.Mouse.MoveAsync(list.X + 100, list.Y + list.Height - 6, new() { Steps = 5 });
        await board.Page.WaitForFunctionAsync("zone => document.querySelector(`[data-zone='${zone}'] [data-cards]`).scrollTop > 300", NotStarted);
        await board.Page.Mouse.MoveAsync(list.X + 100, list.Y + 6, new() { Steps = 5 });
        await board.Page.WaitForFunctionAsync("zone => document.querySelector(`[data-zone='${zone}'] [data-cards]`).scrollTop === 0", NotStarted);
        await board.Page.Mouse.MoveAsync(795, 400, new() { Steps = 5 });
        await board.Page.WaitForFunctionAsync("() => { const b = document.querySelector('[data-board]'); return b.scrollLeft > 0 && b.scrollLeft >= b.scrollWidth - b.clientWidth - 2; }");
        await board.Page.Keyboard.PressAsync("Escape");
        await board.Page.Mouse.UpAsync();
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, false)]
    [InlineData(ReducedMotion.NoPreference, true)]
    public async Task Cards_animate_only_for_those_who_want_it(ReducedMotion wish, bool animates)
    {
        var board = await BoardOfAsync(Person.Maya, options: new() { ReducedMotion = wish });
        var card = await board.PickAsync(NotStarted, 1);
        await board.Page.EvaluateAsync(
            """
            () => {
              window.animated = 0;
              const watch = () => {
                animated += document.getAnimations().filter(a => a.effect?.target?.closest?.('[data-task-id]') && a.effect.getComputedTiming().duration > 1).length;
                requestAnimationFrame(watch);
              };
              watch();
            }
            """);

        await board.DragAsync(card, Completed);
        await board.IsInAsync(Completed, card);

        Assert.Equal(animates, await board.Page.EvaluateAsync<int>("animated") > 0);
    }
}
