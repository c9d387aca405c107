using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys;

/// <summary>Processes die and lines break; moves do not.</summary>
public sealed class ResilienceJourney(Stack stack) : Journey(stack)
{
    private const string Status = "hs_task_status";

    /// <summary>What a browser says when its server is gone.</summary>
    private const string Gone = "WebSocket|ERR_CONNECTION|Failed to|Connection disconnected|Error: |reconnect|TypeError: Failed to fetch";

    [Theory]
    [InlineData("delay")]
    [InlineData("drop")]
    public async Task A_process_killed_between_drop_and_answer_loses_nothing(string kind)
    {
        var other = await ElsewhereAsync();
        var board = await BoardOfAsync(Person.Maya, at: other);
        board.Visitor.Expect(Gone);
        var (card, before) = (await board.PickAsync(NotStarted, 1), await other.Sandbox.NowAsync());
        // "delay": HubSpot has not heard of it when the process dies. "drop": HubSpot has done it and nobody learnt so.
        await other.Sandbox.FaultAsync("PATCH", "/objects/", new { kind, milliseconds = 60_000 }, count: 1);
        await board.DragAsync(card, Completed);
        await other.Sandbox.StruckAsync();

        await other.KillWebAsync();
        await other.StartWebAsync();

        await other.Sandbox.HasAsync(card, Status, "COMPLETED", before);
        // The page comes back by itself.
        await board.IsInAsync(Completed, card);
        await board.IsSavedAsync(card);
        Effect[] writes = [.. (await other.Sandbox.LedgerAsync(before)).Where(effect => effect.ObjectId == card && effect.Properties?.ContainsKey(Status) == true)];
        Assert.All(writes, write => Assert.Equal("COMPLETED", write.Properties![Status]));
        if (kind == "delay")
        {
            Assert.Single(writes);
        }
    }

    [Fact]
    public async Task A_lost_connection_shows_a_banner_and_keeps_the_move_for_later()
    {
        var other = await ElsewhereAsync();
        var board = await BoardOfAsync(Person.Maya, at: other);
        board.Visitor.Expect(Gone);
        var (card, before) = (await board.PickAsync(NotStarted, 1), await other.Sandbox.NowAsync());
        await other.KillWebAsync();
        await board.Page.WaitForSelectorAsync("body[data-connection=lost]", new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(board.Page.GetByText("Connection lost")).ToBeVisibleAsync();

        await board.DragAsync(card, Completed);
        await Assertions.Expect(board.Landed(Completed, card)).ToBeVisibleAsync();
        await other.StartWebAsync();

        await other.Sandbox.HasAsync(card, Status, "COMPLETED", before);
        await board.Visitor.LiveAsync();
        await board.IsInAsync(Completed, card);
        Assert.Contains("owner=all", board.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_sync_that_was_killed_goes_on_where_it_was()
    {
        var other = await ElsewhereAsync(2000);
        await other.Sandbox.SwitchAsync(new { latencyMilliseconds = 300 });
        var owner = await ArriveAsync(at: other);
        owner.Expect(Gone);
        await new SignInPage(owner).SignInAsync(Person.Maya);
        var slug = await new WorkspacesPage(owner).CreateAsync("Interrupted");
        var connection = new ConnectionPage(owner, slug);
        await (await connection.ConnectAsync()).AllowAsync();
        await Assertions.Expect(connection.Figures.Filter(new() { HasTextRegex = new(@"[\d,]+ of [\d,]+ tasks") })).ToBeVisibleAsync(new() { Timeout = 60_000 });

        // Nobody looks on: a page that comes back by itself would cross the way of the next address.
        await owner.Page.GotoAsync("about:blank");
        await other.KillWebAsync();
        await other.Sandbox.SwitchAsync(new { latencyMilliseconds = 0 });
        await other.StartWebAsync();

        await connection.ReadAsync();
        var board = new BoardPage(owner, slug);
        await board.OpenAsync("owner=all&closed=all");
        await Assertions.Expect(board.Shown).ToHaveTextAsync("2,000 tasks");
    }
}
