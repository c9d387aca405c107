using Dashboard.EndToEndTests.Pages.Tasks;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Tasks;

/// <summary>Queues: a number is typed once, from then on it is a choice for every task.</summary>
public sealed class QueueJourney(Stack stack) : Journey(stack)
{
    private const string Queues = "hs_queue_membership_ids";

    [Fact]
    public async Task A_queue_typed_for_one_task_is_a_choice_for_the_next_and_a_word_is_refused()
    {
        var board = await BoardOfAsync(Person.Maya);
        var (first, second) = (await board.PickAsync(NotStarted, 7), await board.PickAsync(NotStarted, 8));
        var drawer = new DrawerPage(board.Visitor, await Stack.Scene.WorkspaceAsync());
        await drawer.OpenAsync(first);
        await Assertions.Expect(drawer.State).ToHaveTextAsync("In HubSpot");
        var typed = drawer.Field(Queues).Locator("input").First;
        await typed.FillAsync("Renewals");
        await typed.PressAsync("Tab");
        await Assertions.Expect(drawer.Said(Queues)).ToContainTextAsync("number in HubSpot");
        await typed.FillAsync("88001");
        await typed.PressAsync("Tab");
        await Assertions.Expect(drawer.Said(Queues)).ToHaveCountAsync(0);
        await Assertions.Expect(drawer.State).ToHaveTextAsync("In HubSpot");

        var before = await Sandbox.NowAsync();
        await drawer.OpenAsync(second);
        await Assertions.Expect(drawer.State).ToHaveTextAsync("In HubSpot");
        await drawer.Field(Queues).Locator("[data-queues]").ClickAsync();
        var choice = drawer.Field(Queues).Locator("[data-known-queues] label", new() { HasText = "88001" });
        await Assertions.Expect(choice).ToContainTextAsync("1 task");
        await choice.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Eventually.BecomesAsync(
            () => Sandbox.LedgerAsync(before), all => all.Any(e => e.ObjectId == second && e.Properties?.GetValueOrDefault(Queues) == "88001"), "the queue in HubSpot");
    }
}
