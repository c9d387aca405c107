using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys;

/// <summary>What happens in HubSpot is on the screen, told by webhook although search shows nothing of it, and the index can be verified.</summary>
public sealed class FreshnessJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task A_colleagues_change_and_deletion_come_by_webhook_and_verifying_finds_the_index_equal()
    {
        var other = await ElsewhereAsync(60, "--Sync:PollSeconds", "3600");
        var board = await BoardOfAsync(Person.Maya, at: other);
        var cards = await board.IdsAsync(NotStarted);
        await other.Sandbox.LagAsync(TimeSpan.FromHours(1));
        await other.Sandbox.SendWebhooksAsync(new { url = $"{other.Origin}/webhooks/hubspot", secret = "sandbox-secret", times = 2, reverse = true });

        await other.Sandbox.EditAsync(new { id = cards[0], properties = new { hs_task_subject = "Changed by a colleague" } });
        await Assertions.Expect(board.Card(cards[0]).Locator("[data-subject]")).ToHaveTextAsync("Changed by a colleague");
        await other.Sandbox.ArchiveAsync(cards[1]);
        await Assertions.Expect(board.Card(cards[1])).ToHaveCountAsync(0);

        var connection = new ConnectionPage(board.Visitor, await other.Scene.WorkspaceAsync());
        await connection.OpenAsync();
        await Assertions.Expect(connection.Webhooks).ToContainTextAsync("ago");
        await connection.VerifyAsync();
        await Assertions.Expect(connection.Verified("gone")).ToHaveTextAsync("0");
        await board.Page.ReloadAsync();
        await Assertions.Expect(connection.Verified("equal")).ToHaveTextAsync("59");
    }
}
