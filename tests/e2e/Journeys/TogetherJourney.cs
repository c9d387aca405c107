using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys;

/// <summary>Point 4 with several people: who sees what, and who may do what.</summary>
public sealed class TogetherJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task A_second_person_sees_the_move_even_before_HubSpot_has_it()
    {
        var (maya, daniel) = (await BoardOfAsync(Person.Maya), await BoardOfAsync(Person.Daniel));
        var (card, before) = (await maya.PickAsync(NotStarted, 1), await Sandbox.NowAsync());
        await Sandbox.FaultAsync("PATCH", "/objects/", new { kind = "delay", milliseconds = 8000 }, count: 1);

        await maya.DragAsync(card, Completed);

        await daniel.IsInAsync(Completed, card);
        Assert.DoesNotContain(await Sandbox.LedgerAsync(before), effect => effect.ObjectId == card);
        await Assertions.Expect(daniel.News).ToContainTextAsync("Maya Okafor moved");
        await Sandbox.HasAsync(card, "hs_task_status", "COMPLETED", before);
    }

    [Fact]
    public async Task What_a_colleague_does_in_HubSpot_itself_arrives_too()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 4);

        await Sandbox.EditAsync(new { id = card, properties = new { hs_task_status = "COMPLETED" } });

        await Assertions.Expect(board.CardIn(Completed, card)).ToBeAttachedAsync(new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task News_of_others_come_at_most_every_five_seconds()
    {
        var (maya, daniel) = (await BoardOfAsync(Person.Maya), await BoardOfAsync(Person.Daniel));
        await maya.Page.EvaluateAsync(
            """
            () => {
              window.news = [];
              new MutationObserver(all => all.some(m => m.target.dataset?.said === 'polite' && m.target.textContent) && news.push(performance.now()))
                .observe(document.body, { childList: true, subtree: true });
            }
            """);

        foreach (var card in (await daniel.IdsAsync(NotStarted))[1..7])
        {
            await daniel.DragAsync(card, "status:WAITING");
            await maya.IsInAsync("status:WAITING", card);
        }

        await Eventually.HoldsAsync(() => maya.Page.EvaluateAsync<bool>("news.length >= 2"), "news twice");
        Assert.InRange(await maya.Page.EvaluateAsync<double>("Math.min(...news.slice(1).map((at, i) => at - news[i]))"), 4_900, double.MaxValue);
        await Assertions.Expect(maya.News).ToContainTextAsync("Daniel Reyes moved");
    }

    [Fact]
    public async Task A_viewer_has_no_handles_and_is_refused_on_the_server()
    {
        var board = await BoardOfAsync(Person.Ben);
        var (card, before) = (await board.PickAsync(NotStarted, 1), await Sandbox.NowAsync());
        await Assertions.Expect(board.Page.Locator("[data-draggable]")).ToHaveCountAsync(0);
        await Assertions.Expect(board.Page.Locator("[data-move-menu]")).ToHaveCountAsync(0);

        // Someone who bends the page gets further in the browser, not on the server.
        await board.Card(card).EvaluateAsync("card => card.setAttribute('data-draggable', '')");
        await board.DragAsync(card, Completed);

        await Assertions.Expect(board.Notices.First).ToBeVisibleAsync();
        await board.IsInAsync(NotStarted, card);
        await board.IsSavedAsync(card);
        await (await BoardOfAsync(Person.Maya)).MoveByMenuAsync(card, "status:WAITING");
        Assert.Equal("WAITING", (await Sandbox.HasAsync(card, "hs_task_status", "WAITING", before))[0].Properties!["hs_task_status"]);
    }

    [Fact]
    public async Task A_session_that_ended_elsewhere_moves_nothing()
    {
        var (board, desk) = (await BoardOfAsync(Person.Aiko), await ArriveAsync());
        board.Visitor.Expect(".*");
        var (card, before) = (await board.PickAsync(NotStarted, 1), await Sandbox.NowAsync());
        await new SignInPage(desk).SignInAsync(Person.Aiko, "/account");
        await desk.LiveAsync();
        await board.LiftAsync(card);
        await board.CarryAsync(Completed);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();
        await desk.Page.WaitForURLAsync(url => !url.EndsWith("/account", StringComparison.Ordinal));
        await board.Page.Mouse.UpAsync();

        await Assertions.Expect(board.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in|/signed-out"));
        Stack.Scene.Forget(Person.Aiko);
        await (await BoardOfAsync(Person.Maya)).IsInAsync(NotStarted, card);
        Assert.DoesNotContain(await Sandbox.LedgerAsync(before), effect => effect.ObjectId == card);
    }
}
