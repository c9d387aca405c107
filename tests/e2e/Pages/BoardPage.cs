using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages;

/// <summary>The board as one person sees it. Cards and zones go by the hooks of the page, never by looks.</summary>
internal sealed class BoardPage(Visitor visitor, string slug)
{
    private static readonly Regex Ordinary = new(@"^\s*.{1,80}\s*$");

    public const string NotStarted = "status:NOT_STARTED";
    public const string Completed = "status:COMPLETED";

    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public async Task OpenAsync(string query = "owner=all")
    {
        await visitor.GoAsync($"/w/{slug}/board?{query}");
        await Page.Locator("[data-zone]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    public ILocator Zone(string zone) => Page.Locator($"[data-zone='{zone}']");

    /// <summary>The card that the server drew, wherever it is.</summary>
    public ILocator Card(string id) => Page.Locator($"[data-cards] > [data-task-id='{id}']");

    /// <summary>The card as drawn by the server in one column.</summary>
    public ILocator CardIn(string zone, string id) => Zone(zone).Locator($"[data-cards] > [data-task-id='{id}']");

    /// <summary>The stand-in that shows a card in its new place before the server has drawn it.</summary>
    public ILocator Landed(string zone, string id) => Zone(zone).Locator($"[data-landing] [data-task-id='{id}']");

    public async Task<string[]> IdsAsync(string zone) =>
        await Zone(zone).Locator("[data-cards] > [data-task-id]").EvaluateAllAsync<string[]>("all => all.map(card => card.dataset.taskId)");

    public async Task<int> CountAsync(string zone) =>
        int.Parse((await Zone(zone).Locator("[data-count]").GetAttributeAsync("data-count"))!, System.Globalization.CultureInfo.InvariantCulture);

    public async Task<string> SubjectAsync(string id) => (await Card(id).Locator("[data-subject]").InnerTextAsync()).Trim();

    /// <summary>
    /// The n-th card of a column with a subject of ordinary length, counted from 0. Which card that is depends on the day: whoever needs more of it than
    /// its column sets that first.
    /// </summary>
    public async Task<string> PickAsync(string zone, int at = 0) =>
        (await Zone(zone).Locator("[data-cards] > [data-task-id]").Filter(new() { Has = Page.Locator("[data-subject]", new() { HasTextRegex = Ordinary }) })
            .Nth(at).GetAttributeAsync("data-task-id"))!;

    public Task IsInAsync(string zone, string id) => Assertions.Expect(CardIn(zone, id)).ToBeAttachedAsync();

    /// <summary>HubSpot answered: nothing is on its way for this card.</summary>
    public Task IsSavedAsync(string id) => Assertions.Expect(Card(id)).ToHaveAttributeAsync("data-state", "saved");

    public Task IsRefusedAsync(string id) => Assertions.Expect(Card(id)).ToHaveAttributeAsync("data-state", "refused");

    public ILocator Undo => Page.Locator(".undo button").First;

    public ILocator Said => Page.Locator("[data-said=assertive]");

    public ILocator News => Page.Locator("[data-said=polite]");

    public ILocator Drawer => Page.Locator("[data-drawer]");

    public ILocator Reason(string id) => Card(id).Locator(".refusal");

    public ILocator Notices => Page.Locator(".notices .notice");

    /// <summary>"12 of 40 tasks".</summary>
    public ILocator Shown => Page.Locator("h1 [data-shown]");

    public ILocator Chips => Page.Locator("[data-chips] .chip");

    public Task RemoveFilterAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = $"Remove filter: {name}", Exact = true }).ClickAsync();

    public ILocator Shortcuts => Page.Locator("dialog.shortcuts");

    /// <summary>Each card in sight and where it stands, from left to right and top to bottom.</summary>
    public async Task<string> InSightAsync() => string.Join(' ', await Page.Locator("[data-cards] > [data-task-id]").EvaluateAllAsync<string[]>(
        """
        all => all.filter(card => card.isConnected).map(card => [card, card.getBoundingClientRect(), card.parentElement.getBoundingClientRect()])
            .filter(([, box, list]) => box.width > 0 && box.bottom > list.top && box.top < list.bottom && box.right > 0 && box.left < innerWidth)
            .map(([card, box]) => `${card.dataset.taskId}@${Math.round(box.left)},${Math.round(box.top)}`)
        """));

    /// <summary>Opens what can be chosen of how cards look.</summary>
    public ILocator Looks => Page.Locator("[popovertarget=look]").First;

    public ILocator Picker(string label) => Page.Locator($".picker:has(> span:text-is('{label}')) select");

    public async Task<string[]> ZonesAsync() => await Page.Locator("[data-zone]").EvaluateAllAsync<string[]>("all => all.map(zone => zone.dataset.zone)");

    public async Task MoveByMenuAsync(string id, string zone)
    {
        await Card(id).HoverAsync();
        await Card(id).Locator("[data-move-menu]").ClickAsync();
        await Page.Locator($"dialog [role=menuitem][data-to='{zone}']").ClickAsync();
    }
}
