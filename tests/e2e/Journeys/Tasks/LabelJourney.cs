using Dashboard.EndToEndTests.Pages.Tasks;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Tasks;

/// <summary>The labels a portal offers for associations: chosen when a record is added, changed later, and shown wherever the task is opened.</summary>
public sealed class LabelJourney(Stack stack) : Journey(stack)
{
    private const string Label = "Decision maker";

    [Fact]
    public async Task A_label_is_offered_with_the_record_sent_as_a_batch_and_taken_off_again()
    {
        var board = await BoardOfAsync(Person.Maya);
        var task = await board.PickAsync(NotStarted, 6);
        var drawer = new DrawerPage(board.Visitor, await Stack.Scene.WorkspaceAsync());
        await drawer.OpenAsync(task);
        await Assertions.Expect(drawer.State).ToHaveTextAsync("In HubSpot");
        var here = await Linked(drawer);
        var before = await Sandbox.NowAsync();

        var row = await AddContactAsync(drawer, here);
        await row.GetByLabel(Label).FocusAsync();
        await drawer.Page.Keyboard.PressAsync("Space");
        await row.Locator("[data-labels-save]").PressAsync("Enter");
        await Assertions.Expect(Shown(row)).ToHaveTextAsync(Label);
        await Eventually.BecomesAsync(() => Sandbox.LedgerAsync(before), all => all.Any(e => e.Path?.EndsWith("/0-27/0-1/batch/create", StringComparison.Ordinal) == true), "the label in HubSpot");
        await Assertions.Expect(drawer.State).ToHaveTextAsync("In HubSpot");

        await drawer.OpenAsync(task);
        await Assertions.Expect(Shown(row)).ToHaveTextAsync(Label);
        await Assertions.Expect(drawer.Root.Locator("[data-history]")).ToContainTextAsync(Label);
        await row.Locator("[data-label]").ClickAsync();
        await Assertions.Expect(row.GetByLabel(Label)).ToBeCheckedAsync();
        await row.GetByLabel(Label).UncheckAsync();
        await row.Locator("[data-labels-save]").ClickAsync();
        await Assertions.Expect(Shown(row)).ToHaveCountAsync(0);
        await Assertions.Expect(drawer.State).ToHaveTextAsync("In HubSpot");
        await Assertions.Expect(Shown(row)).ToHaveCountAsync(0);

        await drawer.Button("Undo").ClickAsync();
        await Assertions.Expect(Shown(row)).ToHaveTextAsync(Label);
        await Assertions.Expect(drawer.State).ToHaveTextAsync("In HubSpot");
        await Assertions.Expect(Shown(row)).ToHaveTextAsync(Label);
    }

    private static ILocator Shown(ILocator row) => row.GetByTitle("Label of this association");

    private static async Task<IReadOnlyList<string?>> Linked(DrawerPage drawer) => [.. await drawer.Records.EvaluateAllAsync<string[]>("rows => rows.map(r => r.dataset.record)")];

    private static async Task<ILocator> AddContactAsync(DrawerPage drawer, IReadOnlyList<string?> here)
    {
        await drawer.FindRecord.FillAsync("an");
        var contact = drawer.Root.Locator("[role=option]", new() { HasText = "Contact" }).First;
        await Assertions.Expect(drawer.Root.Locator(".combobox [role=status]")).ToContainTextAsync("found");

        // As slow as a hand: the list must not close while the button is down.
        await contact.ClickAsync(new() { Delay = 300 });
        await Assertions.Expect(drawer.Records).ToHaveCountAsync(here.Count + 1);
        var added = (await Linked(drawer)).Except(here).Single();
        return drawer.Root.Locator($"[data-record='{added}']");
    }
}
