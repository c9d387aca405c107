using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Moving;

/// <summary>Moves over lines that are slow or break at the worst moment: each gesture arrives, once.</summary>
public sealed class LineJourney(Stack stack) : Journey(stack)
{
    private const string Status = "hs_task_status";

    [Fact]
    public async Task An_answer_lost_on_the_line_doubles_nothing_and_blocks_no_later_move()
    {
        var board = await BoardOfAsync(Person.Maya);
        board.Visitor.Expect("WebSocket|Connection disconnected|reconnect");
        var line = await Line.TapAsync(board.Page);
        await board.OpenAsync();
        var (first, second, before) = (await board.PickAsync(NotStarted, 1), await board.PickAsync(NotStarted, 2), await Sandbox.NowAsync());
        line.LoseAnswersAfter("Drop");
        await board.DragAsync(first, Completed);
        await Sandbox.HasAsync(first, Status, "COMPLETED", before);
        await line.CutAsync();
        await board.Visitor.LiveAsync();

        await board.DragAsync(second, Completed);

        await Sandbox.HasAsync(second, Status, "COMPLETED", before);
        await board.IsInAsync(Completed, second);
        await board.IsSavedAsync(second);
        await Assertions.Expect(board.Page.Locator("[data-landing] [data-task-id]")).ToHaveCountAsync(0);
        Assert.Single(await Sandbox.HasAsync(first, Status, "COMPLETED", before));
    }

    [Fact]
    public async Task A_card_can_be_lifted_again_while_its_first_move_is_on_its_way()
    {
        var board = await BoardOfAsync(Person.Maya);
        var line = await Line.TapAsync(board.Page);
        await board.OpenAsync();
        var (card, before) = (await board.PickAsync(NotStarted, 1), await Sandbox.NowAsync());
        line.Hold();
        await board.DragAsync(card, "status:WAITING");
        var landed = board.Landed("status:WAITING", card);
        await Assertions.Expect(landed).ToBeVisibleAsync();

        // Taken up and given back: it stays where it was dropped first.
        await board.LiftAsync(landed);
        await Assertions.Expect(landed).ToHaveCountAsync(0);
        await board.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(landed).ToBeVisibleAsync();
        await board.Page.Mouse.UpAsync();
        await board.LiftAsync(landed);
        await board.CarryAsync(Completed);
        await board.Page.Mouse.UpAsync();
        await Assertions.Expect(board.Landed(Completed, card)).ToBeVisibleAsync();
        line.Release();

        var writes = await Sandbox.HasAsync(card, Status, "COMPLETED", before);
        Assert.Equal(["WAITING", "COMPLETED"], writes.Select(write => write.Properties![Status]));
        await board.IsInAsync(Completed, card);
        await Assertions.Expect(board.Notices).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_card_dragged_before_the_page_is_live_is_moved()
    {
        var board = await BoardOfAsync(Person.Maya);
        var line = await Line.TapAsync(board.Page);
        line.Hold();
        var before = await Sandbox.NowAsync();
        await board.Page.ReloadAsync();
        var card = await board.PickAsync(NotStarted, 1);
        await board.DragAsync(card, Completed);
        await Assertions.Expect(board.Landed(Completed, card)).ToBeVisibleAsync();
        await Assertions.Expect(board.Page.Locator("body[data-interactive]")).ToHaveCountAsync(0);

        line.Release();

        await Sandbox.HasAsync(card, Status, "COMPLETED", before);
        await board.IsInAsync(Completed, card);
        await board.IsSavedAsync(card);
    }

    [Fact]
    public async Task Leaving_the_page_right_after_the_drop_loses_nothing()
    {
        var board = await BoardOfAsync(Person.Maya);
        var (card, before) = (await board.PickAsync(NotStarted, 1), await Sandbox.NowAsync());
        await board.Page.EvaluateAsync("addEventListener('pointerup', () => queueMicrotask(() => document.querySelector('a[href$=\"/settings/members\"]').click()), { once: true })");

        await board.DragAsync(card, Completed);

        await board.Page.WaitForURLAsync("**/settings/members");
        await Sandbox.HasAsync(card, Status, "COMPLETED", before);
    }

    /// <summary>The hand takes what lies under it at that instant, so what was lifted and where it was let go is asked of the page.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    public async Task Every_gesture_of_a_restless_hand_arrives(int roundTrip)
    {
        var random = new Random(20261122 + roundTrip);
        var board = await BoardOfAsync(Person.Maya);
        await Line.TapAsync(board.Page, TimeSpan.FromMilliseconds(roundTrip));
        await board.OpenAsync();
        string[] zones = ["status:NOT_STARTED", "status:IN_PROGRESS", "status:WAITING", "status:COMPLETED"];
        var (wanted, before) = (new Dictionary<string, string>(), await Sandbox.NowAsync());

        for (var gesture = 0; gesture < 40; gesture++)
        {
            var zone = zones[random.Next(zones.Length)];
            if (await board.TryDragAsync(random.Next(4), zones[random.Next(zones.Length)], zone) is { } card)
            {
                wanted[card] = zone["status:".Length..];
            }

            if (gesture % 5 == 0 && wanted.Count > 0)
            {
                await Sandbox.EditAsync(new { id = wanted.Keys.ElementAt(random.Next(wanted.Count)), properties = new { hs_task_subject = $"Renamed at gesture {gesture}" } });
            }
        }

        Assert.True(wanted.Count > 10, $"only {wanted.Count} cards were moved");
        foreach (var (card, status) in wanted)
        {
            var writes = await Sandbox.LedgerAsync(before);
            await board.IsInAsync($"status:{status}", card);
            await board.IsSavedAsync(card);
            if (writes.Any(write => write.ObjectId == card && write.Properties?.ContainsKey(Status) == true))
            {
                await Sandbox.HasAsync(card, Status, status, before);
            }
        }
    }
}
