using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Changes;

/// <summary>Somebody works in HubSpot on the same field at the same time.</summary>
public sealed class OutsideJourney(Stack stack) : ChangesJourneys(stack)
{
    private const string Status = "hs_task_status";

    [Fact]
    public async Task What_slipped_in_while_ours_was_sent_is_told_and_put_back()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 1);
        var (subject, before) = (await board.SubjectAsync(card), await Sandbox.NowAsync());
        await Sandbox.FaultAsync("PATCH", Tasks, new { kind = "hold" });
        await board.MoveByMenuAsync(card, Completed);
        await Sandbox.StruckAsync();
        await Sandbox.EditAsync(new { id = card, properties = new { hs_task_status = "WAITING" } });
        await Sandbox.ClearFaultsAsync();
        await Sandbox.HasAsync(card, Status, "COMPLETED", before);

        var changes = await ChangesOfAsync(Person.Maya);
        var line = changes.Of(subject, "done").First;
        await Assertions.Expect(line.Locator("[data-wrote-over]")).ToContainTextAsync("Waiting", new() { IgnoreCase = true });
        await changes.OpenAsync($"?task={card}");
        await Assertions.Expect(changes.Page.Locator("[data-history] [data-wrote-over]")).ToBeVisibleAsync();
        await line.Locator("[data-theirs-back]").FocusAsync();
        await changes.Page.Keyboard.PressAsync("Enter");
        await Sandbox.HasAsync(card, Status, "WAITING", before);
        await Assertions.Expect(changes.Note).ToContainTextAsync("Theirs put back");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_conflict_shows_both_values_and_is_decided_with_the_keyboard_alone(bool mine)
    {
        var other = await ElsewhereAsync(30, "--Sync:PollSeconds", "3600");
        var board = await BoardOfAsync(Person.Maya, at: other);
        var (card, before) = (await board.PickAsync(NotStarted, 1), await other.Sandbox.NowAsync());
        await other.Sandbox.FaultAsync("PATCH", Tasks, new { kind = "429", retryAfter = 6 }, count: 1);
        await board.MoveByMenuAsync(card, Completed);
        await other.Sandbox.StruckAsync();
        await other.Sandbox.EditAsync(new { id = card, properties = new { hs_task_status = "WAITING" } });

        await Assertions.Expect(board.Card(card)).ToHaveAttributeAsync("data-state", "conflict");
        await board.Card(card).Locator("[data-compare]").FocusAsync();
        await board.Page.Keyboard.PressAsync("Enter");
        var asked = board.Drawer.Locator("[data-conflict]");
        await Assertions.Expect(asked).ToContainTextAsync("Waiting", new() { IgnoreCase = true });
        await Assertions.Expect(asked).ToContainTextAsync("Completed", new() { IgnoreCase = true });
        await asked.Locator(mine ? "[data-use-mine]" : "[data-keep-theirs]").FocusAsync();
        await board.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(asked).ToHaveCountAsync(0);
        await other.Sandbox.HasAsync(card, Status, mine ? "COMPLETED" : "WAITING", before);
        await board.IsSavedAsync(card);
    }

    [Fact]
    public async Task Taking_several_cards_back_tells_which_were_changed_since()
    {
        var board = await BoardOfAsync(Person.Maya);
        var (ids, before) = ((await board.IdsAsync(NotStarted))[1..4], await Sandbox.NowAsync());
        foreach (var id in ids)
        {
            await board.Card(id).ClickAsync(new() { Modifiers = [KeyboardModifier.Control], Position = new() { X = 40, Y = 60 } });
        }

        await board.MoveByMenuAsync(ids[0], "status:WAITING");
        foreach (var id in ids)
        {
            await Sandbox.HasAsync(id, Status, "WAITING", before);
        }

        await Sandbox.EditAsync(new { id = ids[1], properties = new { hs_task_status = "DEFERRED" } });
        await board.IsInAsync("status:DEFERRED", ids[1]);
        await board.Page.Keyboard.PressAsync("Control+z");

        var report = board.Page.Locator(".undo[data-undo-report]");
        await Assertions.Expect(report).ToContainTextAsync("2 of 3 undone · 1 was changed since");
        await report.Locator("a").ClickAsync();
        await Assertions.Expect(board.Page.Locator(".report")).ToContainTextAsync("2 of 3 undone");
        var left = board.Page.Locator("[data-change]", new() { Has = board.Page.Locator(".overtaken") });
        await Assertions.Expect(left).ToContainTextAsync("Deferred", new() { IgnoreCase = true });
        await left.Locator("[data-anyway]").FocusAsync();
        await board.Page.Keyboard.PressAsync("Enter");
        await Sandbox.HasAsync(ids[1], Status, "NOT_STARTED", before);
        await Assertions.Expect(board.Page.Locator(".report")).ToContainTextAsync("3 of 3 undone");
    }
}
