using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Changes;

/// <summary>What was changed here, where it stands, and what can be done about it.</summary>
public sealed class ChangesJourney(Stack stack) : ChangesJourneys(stack)
{
    [Fact]
    public async Task A_move_shows_up_with_who_and_what_and_is_taken_back_from_there()
    {
        var (changes, board) = (await ChangesOfAsync(Person.Daniel), await BoardOfAsync(Person.Maya));
        var card = await board.PickAsync(NotStarted, 1);
        var (subject, before) = (await board.SubjectAsync(card), await Sandbox.NowAsync());
        await board.MoveByMenuAsync(card, Completed);

        var line = changes.Of(subject, "done").First;
        await Assertions.Expect(line).ToBeVisibleAsync();
        await Assertions.Expect(line).ToContainTextAsync("Maya Okafor");
        await Assertions.Expect(line.Locator(".parts")).ToContainTextAsync("Status Not started → Completed", new() { IgnoreCase = true });
        await Sandbox.HasAsync(card, "hs_task_status", "COMPLETED", before);

        await line.Locator("[data-take-back]").ClickAsync();

        await Assertions.Expect(changes.Note).ToContainTextAsync("Taken back");
        await board.IsInAsync(NotStarted, card);
        await Sandbox.HasAsync(card, "hs_task_status", "NOT_STARTED", before);
    }

    [Fact]
    public async Task A_refused_change_is_counted_everywhere_and_tried_again_with_the_keyboard_alone()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 2);
        var (subject, before) = (await board.SubjectAsync(card), await Sandbox.NowAsync());
        await RefuseNextAsync("Closing needs a call outcome.");
        await board.MoveByMenuAsync(card, Completed);
        await board.IsRefusedAsync(card);
        await Assertions.Expect(board.Page.Locator("[data-changes-entry] [data-need]")).ToBeVisibleAsync();

        var counted = await board.Page.Locator("[data-changes-entry] [data-need]").GetAttributeAsync("data-need");
        await board.Page.Locator("[data-changes-entry]").FocusAsync();
        await board.Page.Keyboard.PressAsync("Enter");
        var line = board.Page.Locator("[data-standing=refused]", new() { HasText = subject });
        await Assertions.Expect(line).ToContainTextAsync("Closing needs a call outcome.");
        await line.Locator("summary").FocusAsync();
        await board.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(line.Locator("details")).ToContainTextAsync("3f1c-77");
        await board.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(line.Locator("[data-retry]")).ToBeFocusedAsync();
        await board.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(board.Page.Locator("[data-standing=done]", new() { HasText = subject }).First).ToBeVisibleAsync();
        await Assertions.Expect(board.Page.Locator($"[data-changes-entry] [data-need='{counted}']")).ToHaveCountAsync(0);
        await Sandbox.HasAsync(card, "hs_task_status", "COMPLETED", before);
    }

    [Fact]
    public async Task The_task_opens_beside_the_page_and_the_filter_is_in_the_address()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 3);
        var subject = await board.SubjectAsync(card);
        await RefuseNextAsync("This owner cannot have it.");
        await board.MoveByMenuAsync(card, Completed);
        await board.IsRefusedAsync(card);
        var changes = await ChangesOfAsync(Person.Maya, "?state=refused&who=mine");

        await changes.Of(subject, "refused").Locator("[data-edit]").ClickAsync();
        await Assertions.Expect(changes.Page.Locator("[data-drawer]")).ToContainTextAsync("This owner cannot have it.");
        await Assertions.Expect(changes.Page).ToHaveURLAsync(new Regex("state=refused.*task="));
        await changes.Page.Locator("[data-drawer-close]").ClickAsync();
        await changes.Of(subject, "refused").Locator("[data-let-be]").ClickAsync();

        await Assertions.Expect(changes.Of(subject, "refused")).ToHaveCountAsync(0);
        await board.IsSavedAsync(card);
    }

    [Fact]
    public async Task A_viewer_sees_and_cannot_act()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 1);
        var subject = await board.SubjectAsync(card);
        await board.MoveByMenuAsync(card, Completed);
        var changes = await ChangesOfAsync(Person.Ben);

        await Assertions.Expect(changes.Of(subject, "done").First).ToBeVisibleAsync();
        await Assertions.Expect(changes.Page.Locator("[data-take-back], [data-retry], [data-let-be], [data-edit]")).ToHaveCountAsync(0);
        await board.Undo.ClickAsync();
        await board.IsInAsync(NotStarted, card);
    }
}
