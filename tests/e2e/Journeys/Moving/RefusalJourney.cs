using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Moving;

/// <summary>Point 4 when HubSpot does not play along.</summary>
public sealed class RefusalJourney(Stack stack) : Journey(stack)
{
    private const string Tasks = "/objects/.*(tasks|0-27)/";

    [Fact]
    public async Task A_refused_card_returns_to_its_exact_place_with_HubSpots_reason()
    {
        var board = await BoardOfAsync(Person.Maya);
        var ids = await board.IdsAsync(NotStarted);
        await Sandbox.FaultAsync("PATCH", Tasks, new
        {
            kind = "status",
            status = 400,
            body = new { status = "error", message = "Closing needs a call outcome.", category = "VALIDATION_ERROR", correlationId = "3f1c" },
        }, count: 1);

        await board.DragAsync(ids[2], Completed);

        await board.IsRefusedAsync(ids[2]);
        await board.IsInAsync(NotStarted, ids[2]);
        await Assertions.Expect(board.Reason(ids[2])).ToContainTextAsync("Closing needs a call outcome.");
        Assert.Equal(ids, await board.IdsAsync(NotStarted));

        await board.Card(ids[2]).GetByRole(AriaRole.Button, new() { Name = "Let it be" }).ClickAsync();
        await board.IsSavedAsync(ids[2]);
    }

    [Fact]
    public async Task A_refused_card_keeps_the_focus()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 2);
        await Sandbox.FaultAsync("PATCH", Tasks, new { kind = "status", status = 400, body = new { status = "error", message = "No.", category = "VALIDATION_ERROR" } }, count: 1);
        await board.MoveByMenuAsync(card, Completed);

        await board.IsRefusedAsync(card);

        await board.IsInAsync(NotStarted, card);
        await Assertions.Expect(board.Card(card)).ToBeFocusedAsync();
        await board.Card(card).GetByRole(AriaRole.Button, new() { Name = "Let it be" }).ClickAsync();
        await board.IsSavedAsync(card);
    }

    [Fact]
    public async Task A_refused_move_can_be_tried_again()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 2);
        var before = await Sandbox.NowAsync();
        await Sandbox.FaultAsync("PATCH", Tasks, new { kind = "status", status = 403, body = new { status = "error", message = "No permission.", category = "MISSING_SCOPES" } }, count: 1);
        await board.DragAsync(card, Completed);
        await board.IsRefusedAsync(card);

        await board.Card(card).GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await board.IsInAsync(Completed, card);
        await Sandbox.HasAsync(card, "hs_task_status", "COMPLETED", before);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("status")]
    [InlineData("html")]
    [InlineData("reset")]
    [InlineData("drop")]
    [InlineData("truncate")]
    public async Task A_trouble_that_passes_is_waited_out(string kind)
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 1);
        var before = await Sandbox.NowAsync();
        await Sandbox.FaultAsync("PATCH", Tasks, new { kind, retryAfter = kind == "429" ? 1 : (int?)null }, count: 1);

        await board.DragAsync(card, Completed);
        await Sandbox.StruckAsync();

        await Sandbox.HasAsync(card, "hs_task_status", "COMPLETED", before);
        await Assertions.Expect(board.CardIn(Completed, card)).ToHaveAttributeAsync("data-state", "saved", new() { Timeout = 60_000 });
    }

    /// <summary>A token that died early is exchanged, an answer that never comes is given up: in both cases the move arrives.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_that_is_not_taken_and_an_answer_that_never_comes_are_waited_out_too(bool isToken)
    {
        var other = await ElsewhereAsync(60, "--HubSpot:TimeoutSeconds", "2");
        var board = await BoardOfAsync(Person.Maya, at: other);
        var (card, before) = (await board.PickAsync(NotStarted, 1), await other.Sandbox.NowAsync());
        await other.Sandbox.FaultAsync("PATCH", Tasks, isToken
            ? (object)new { kind = "status", status = 401, body = new { status = "error", message = "The OAuth token used to make this call expired.", category = "EXPIRED_AUTHENTICATION" } }
            : new { kind = "delay", milliseconds = 600_000 }, count: 1);

        await board.DragAsync(card, Completed);
        await other.Sandbox.StruckAsync();

        await other.Sandbox.HasAsync(card, "hs_task_status", "COMPLETED", before);
        await Assertions.Expect(board.CardIn(Completed, card)).ToHaveAttributeAsync("data-state", "saved", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_task_that_is_gone_in_HubSpot_leaves_the_board_with_a_word()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 1);
        await Sandbox.FaultAsync("PATCH", Tasks, new { kind = "status", status = 404, body = new { status = "error", message = "resource not found", category = "OBJECT_NOT_FOUND" } }, count: 1);

        await board.DragAsync(card, Completed);

        await Assertions.Expect(board.Card(card)).ToHaveCountAsync(0);
    }
}
