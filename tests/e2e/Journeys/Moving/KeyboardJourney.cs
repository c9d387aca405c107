using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Moving;

/// <summary>Point 4 without a mouse: every step is said once, and the focus stays on the card.</summary>
public sealed class KeyboardJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task Space_arrows_and_space_move_a_card()
    {
        var board = await BoardOfAsync(Person.Maya);
        var (card, zones, before) = (await board.PickAsync(NotStarted, 1), await board.ZonesAsync(), await Sandbox.NowAsync());
        await board.Card(card).FocusAsync();
        await board.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(board.Said).ToContainTextAsync("Picked up");

        for (var column = Array.IndexOf(zones, NotStarted); column < Array.IndexOf(zones, Completed); column++)
        {
            await board.Page.Keyboard.PressAsync("ArrowRight");
        }

        await Assertions.Expect(board.Said).ToContainTextAsync(new Regex(@"Completed, position \d+ of \d+"));
        await board.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(board.Said).ToContainTextAsync("Dropped in Completed");

        await board.IsInAsync(Completed, card);
        await Sandbox.HasAsync(card, "hs_task_status", "COMPLETED", before);
        await Assertions.Expect(board.Card(card)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_puts_the_card_back_and_says_so()
    {
        var board = await BoardOfAsync(Person.Maya);
        var ids = await board.IdsAsync(NotStarted);
        await board.Card(ids[1]).FocusAsync();
        await board.Page.Keyboard.PressAsync("Space");
        await board.Page.Keyboard.PressAsync("ArrowDown");
        await board.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(board.Said).ToContainTextAsync("cancelled");
        Assert.Equal(ids, await board.IdsAsync(NotStarted));
        await Assertions.Expect(board.Card(ids[1])).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Shift_F10_opens_the_menu_of_moves_and_Escape_gives_the_focus_back()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 1);
        await board.Card(card).FocusAsync();
        await board.Page.Keyboard.PressAsync("Shift+F10");
        await Assertions.Expect(board.Page.Locator("dialog [role=menuitem]")).ToHaveCountAsync((await board.ZonesAsync()).Length);

        await board.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(board.Page.Locator("dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(board.Card(card)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_board_is_one_stop_for_the_tab_key()
    {
        var board = await BoardOfAsync(Person.Maya);
        await board.Card(await board.PickAsync(NotStarted, 1)).FocusAsync();

        Assert.Equal(1, await board.Page.Locator("[data-cards] > [tabindex='0']").CountAsync());
    }

    [Fact]
    public async Task A_question_mark_lists_the_keys_and_Escape_gives_the_focus_back()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 1);
        await board.Card(card).FocusAsync();
        await board.Page.Keyboard.PressAsync("?");

        foreach (var key in new[] { "Space", "Shift", "F10", "Home", "PgDn", "Esc", "j", "k", "?" })
        {
            await Assertions.Expect(board.Shortcuts.Locator($"kbd:text-is('{key}')").First).ToBeVisibleAsync();
        }

        await board.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(board.Shortcuts).ToHaveCountAsync(0);
        await Assertions.Expect(board.Card(card)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off_in_this_browser()
    {
        var board = await BoardOfAsync(Person.Maya);
        var ids = await board.IdsAsync(NotStarted);
        await board.Card(ids[0]).PressAsync("Enter");
        await Assertions.Expect(board.Drawer).ToHaveAttributeAsync("data-drawer-task", ids[0]);
        await board.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(board.Drawer).ToHaveAttributeAsync("data-drawer-task", ids[1]);

        await board.Page.Locator("[data-shortcuts]").ClickAsync();
        await board.Shortcuts.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await board.Page.Keyboard.PressAsync("Escape");
        await board.Page.ReloadAsync();
        await board.Visitor.LiveAsync();
        await Assertions.Expect(board.Drawer).ToHaveAttributeAsync("data-drawer-task", ids[1]);
        await board.Page.Keyboard.PressAsync("j");
        await board.Page.Keyboard.PressAsync("?");

        // Another task is another address at once, a sheet is there at once: both would be seen by now.
        Assert.EndsWith($"task={ids[1]}", board.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(board.Shortcuts).ToHaveCountAsync(0);
        await board.Page.Locator("[data-shortcuts]").ClickAsync();
        await board.Shortcuts.GetByRole(AriaRole.Checkbox).CheckAsync();
        await board.Shortcuts.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await board.Page.Keyboard.PressAsync("k");
        await Assertions.Expect(board.Drawer).ToHaveAttributeAsync("data-drawer-task", ids[0]);
    }

    [Fact]
    public async Task Single_keys_do_nothing_while_somebody_types_or_holds_another_key()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted);
        await board.Card(card).PressAsync("Enter");
        await Assertions.Expect(board.Drawer).ToBeVisibleAsync();
        var search = board.Page.GetByRole(AriaRole.Searchbox);
        await search.PressSequentiallyAsync("j?k");

        await Assertions.Expect(search).ToHaveValueAsync("j?k");
        await board.Drawer.FocusAsync();
        await board.Page.Keyboard.PressAsync("Alt+j");
        Assert.Contains($"task={card}", board.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(board.Shortcuts).ToHaveCountAsync(0);
    }
}
