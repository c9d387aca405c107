using System.Globalization;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages.List;

/// <summary>The list of tasks as one person sees it.</summary>
internal sealed class ListPage(Visitor visitor, string slug)
{
    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public BulkParts Bulk => new(visitor);

    public ViewsPart Views => new(visitor);

    public ILocator Rows => Page.Locator("[data-list] [data-cards] > [data-task-id]");

    public ILocator Drawer => Page.Locator("[data-drawer]");

    public ILocator SelectAll => Page.Locator("[data-select-all]");

    /// <summary>"124 tasks".</summary>
    public ILocator Shown => Page.Locator("h1 [data-shown]");

    public ILocator Row(string id) => Page.Locator($"[data-list] [data-task-id='{id}']");

    public ILocator Head(string title) => Page.Locator("[data-list] thead").GetByRole(AriaRole.Button, new() { Name = title, Exact = true });

    public ILocator Sorted(string key) => Page.Locator($"[data-list] thead .c-{key}");

    public ILocator Picker(string label) => Page.Locator($".picker:has(> span:text-is('{label}')) select");

    public ILocator Box(string id) => Row(id).Locator("[data-pick]");

    public async Task OpenAsync(string query = "owner=all")
    {
        await visitor.GoAsync($"/w/{slug}/list{(query.Length > 0 ? "?" : "")}{query}");
        await Rows.First.WaitForAsync();
    }

    public async Task<string[]> IdsAsync() => await Rows.EvaluateAllAsync<string[]>("all => all.map(row => row.dataset.taskId)");

    public async Task<string[]> CellsAsync(string key) => await Page.Locator($"[data-list] tbody .c-{key}").EvaluateAllAsync<string[]>("all => all.map(cell => cell.innerText.trim())");

    public async Task<int> TotalAsync() =>
        int.Parse((await Page.Locator("[data-list]").GetAttributeAsync("data-total"))!, CultureInfo.InvariantCulture);

    public Task<bool> ScrollsSidewaysAsync() => Page.EvaluateAsync<bool>(
        "() => document.documentElement.scrollWidth > innerWidth || document.querySelector('[data-sheet]').scrollWidth > document.querySelector('[data-sheet]').clientWidth");
}
