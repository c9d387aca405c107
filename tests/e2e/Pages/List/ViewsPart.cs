using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages.List;

/// <summary>The menu of saved views, on the board as on the list.</summary>
internal sealed class ViewsPart(Visitor visitor)
{
    public ILocator Panel => visitor.Page.Locator("[data-views]");

    public ILocator Button => visitor.Page.Locator("[popovertarget=views]").First;

    public ILocator Problem => Panel.Locator(".problem");

    public ILocator Share => Panel.GetByLabel("Share with the team");

    public ILocator Of(string name) => Panel.Locator($"[data-view='{name}']");

    public ILocator Edit(string name) => Of(name).GetByRole(AriaRole.Button, new() { Name = $"Edit {name}" });

    public ILocator Begin(string name) => Of(name).GetByRole(AriaRole.Button, new() { Name = $"Begin with {name}" });

    public async Task OpenAsync()
    {
        if (!await Panel.IsVisibleAsync())
        {
            await Button.ClickAsync();
        }

        await Panel.WaitForAsync();
    }

    public async Task SaveAsync(string name, bool shared = false)
    {
        await OpenAsync();
        await Panel.GetByLabel("Name").Last.FillAsync(name);
        if (shared)
        {
            await Share.Last.CheckAsync();
        }

        await Panel.GetByRole(AriaRole.Button, new() { Name = "Save as a new view" }).ClickAsync();
    }
}
