using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Tasks;

/// <summary>Point 5: a task beside the board.</summary>
public sealed class TaskJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task A_task_opens_beside_the_board_at_an_address_of_its_own()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 1);
        var subject = await board.SubjectAsync(card);
        await board.Card(card).Locator("[data-open]").ClickAsync();

        await Assertions.Expect(board.Page).ToHaveURLAsync(new Regex($"task={card}"));
        await Assertions.Expect(board.Drawer.Locator("h2")).ToHaveTextAsync(subject);
        foreach (var field in new[] { "Status", "Due", "Owner", "Priority", "Type" })
        {
            await Assertions.Expect(board.Drawer.GetByText(field, new() { Exact = true }).First).ToBeVisibleAsync();
        }

        Assert.Contains(card, await board.Drawer.GetByRole(AriaRole.Link, new() { Name = "Open in HubSpot" }).GetAttributeAsync("href"), StringComparison.Ordinal);
        await board.Page.ReloadAsync();
        await board.Visitor.LiveAsync();
        await Assertions.Expect(board.Drawer.Locator("h2")).ToHaveTextAsync(subject);

        await board.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(board.Drawer).ToHaveCountAsync(0);
        Assert.DoesNotContain("task=", board.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completing_and_reopening_reach_HubSpot()
    {
        // Long overdue: its natural place is at the top, where the column is always drawn.
        var card = await Sandbox.EditAsync(new { properties = new { hs_task_subject = "Long overdue", hs_timestamp = "2020-01-02T03:04:05Z", hs_task_status = "NOT_STARTED" } });
        var (board, before) = (await BoardOfAsync(Person.Maya), await Sandbox.NowAsync());
        await board.IsInAsync(NotStarted, card);
        await board.OpenAsync($"owner=all&task={card}");
        await board.Drawer.Locator("[data-complete]").ClickAsync();
        await Sandbox.HasAsync(card, "hs_task_status", "COMPLETED", before);
        await board.IsInAsync(Completed, card);

        await board.Drawer.Locator("[data-complete]:has-text('Reopen')").ClickAsync();
        await Sandbox.HasAsync(card, "hs_task_status", "NOT_STARTED", before);
        await board.IsInAsync(NotStarted, card);
    }

    [Fact]
    public async Task Opening_reads_that_one_task_anew_from_HubSpot()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 2);
        await Sandbox.EditAsync(new { id = card, properties = new { hs_task_body = "<p>Written a moment ago</p>" } });
        await board.Card(card).Locator("[data-open]").ClickAsync();

        await Assertions.Expect(board.Drawer.GetByText("Written a moment ago")).ToBeVisibleAsync();
    }
}
