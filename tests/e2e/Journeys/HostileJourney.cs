using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys;

/// <summary>Text that wants to be more than text, and far too much of it.</summary>
public sealed class HostileJourney(Stack stack) : Journey(stack)
{
    private const string Evil = "\"'><img src=x onerror=\"window.hacked=true\"><script>window.hacked=true</script>{{7*7}}<svg onload=window.hacked=true>";

    [Fact]
    public async Task Nothing_runs_in_any_shown_field()
    {
        var other = await ElsewhereAsync(20);
        var company = await other.Sandbox.EditAsync(new { type = "companies", properties = new { name = $"Company {Evil}" } });
        var id = await other.Sandbox.EditAsync(new
        {
            properties = new
            {
                hs_task_subject = $"Subject {Evil}",
                hs_task_body = $"<p onclick=\"window.hacked=true\">Notes</p>{Evil}<a href=\"javascript:window.hacked=true\">link</a><iframe src=\"javascript:window.hacked=true\"></iframe>",
                hs_timestamp = "2026-01-05T09:00:00Z",
                hs_task_status = "NOT_STARTED",
                hubspot_owner_id = "60188201",
            },
            associations = new[] { new { to = new { id = company }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 192 } } } },
        });
        var owner = await ArriveAsync(at: other);
        await new SignInPage(owner).SignInAsync(Person.Maya);
        var slug = await new WorkspacesPage(owner).CreateAsync("<script>window.hacked=true</script>");
        var connection = new ConnectionPage(owner, slug);
        await (await connection.ConnectAsync()).AllowAsync();
        await connection.ReadAsync();
        var board = new BoardPage(owner, slug);

        foreach (var query in new[] { "owner=all", "owner=all&group=owner", "owner=all&q=Subject", $"owner=all&task={id}", $"owner=all&q={Uri.EscapeDataString(Evil)}" })
        {
            await board.OpenAsync(query);
            Assert.Null(await owner.Page.EvaluateAsync<bool?>("window.hacked ?? null"));
        }

        await board.OpenAsync($"owner=all&task={id}");
        await Assertions.Expect(board.Drawer.Locator("h2")).ToContainTextAsync("<script>");
        await Assertions.Expect(board.Drawer.GetByText("Company \"")).ToBeVisibleAsync();
        await Assertions.Expect(board.Drawer.Locator("iframe, script, [onerror], [onclick], a[href^='javascript']")).ToHaveCountAsync(0);
        await board.Drawer.GetByText("Notes", new() { Exact = true }).Last.ClickAsync();
        Assert.Null(await owner.Page.EvaluateAsync<bool?>("window.hacked ?? null"));
    }

    [Fact]
    public async Task A_subject_of_64_KiB_does_not_break_the_board()
    {
        var other = await ElsewhereAsync(20);
        var id = await other.Sandbox.EditAsync(new
        {
            properties = new { hs_task_subject = "Long " + new string('x', 65_536 - 5), hs_timestamp = "2026-01-05T09:00:00Z", hs_task_status = "NOT_STARTED", hubspot_owner_id = "60188201" },
        });
        var board = await BoardOfAsync(Person.Maya, at: other);

        await Assertions.Expect(board.Card(id)).ToBeVisibleAsync();
        var (card, beside) = ((await board.Card(id).BoundingBoxAsync())!, (await board.Card(await board.PickAsync(BoardPage.NotStarted, 1)).BoundingBoxAsync())!);
        Assert.Equal(beside.Width, card.Width);
        Assert.Equal(beside.Height, card.Height);
    }
}
