using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages;

internal sealed class FeedsPage(Visitor visitor, string slug)
{
    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public ILocator Address => Page.Locator("[data-feed-address]");

    public ILocator Problem => Page.Locator("#feed-name-problem");

    public Task OpenAsync(string query = "") => visitor.GoAsync($"/w/{slug}/settings/feeds{query}");

    public ILocator Feed(string name) => Page.Locator("[data-feed]").Filter(new() { Has = Page.GetByText(name, new() { Exact = true }) });

    /// <returns>The address that is shown once.</returns>
    public async Task<string> CreateAsync(string name, string shows = "everybody")
    {
        await Page.Locator("#feed-name").FillAsync(name);
        await Page.Locator("#feed-shows").SelectOptionAsync(shows);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create feed" }).ClickAsync();
        await Feed(name).WaitForAsync();
        return await Address.InnerTextAsync();
    }

    /// <summary>Presses a button of a feed and the answer to its question.</summary>
    public async Task SureAsync(string name, string button, string yes)
    {
        await Feed(name).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Feed(name).Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = yes, Exact = true }).ClickAsync();
    }
}
