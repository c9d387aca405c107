using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages.Tasks;

/// <summary>A task beside a page, as one person edits it.</summary>
internal sealed class DrawerPage(Visitor visitor, string slug)
{
    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public ILocator Root => Page.Locator("[data-drawer]");

    public ILocator Title => Root.Locator("#drawer-subject");

    public ILocator Notes => Root.Locator("[data-notes] .rich-text");

    public ILocator Editor => Root.Locator("#notes-text[contenteditable=true]");

    public ILocator State => Root.Locator("[data-saved-state]");

    public ILocator Deleted => Root.Locator("[data-deleted]");

    public ILocator FindRecord => Root.Locator("#find-record");

    public async Task OpenAsync(string task, string page = "board?owner=all")
    {
        await visitor.GoAsync($"/w/{slug}/{page}&task={task}");
        await Root.WaitForAsync();
    }

    /// <summary>A field's row: its editor and whatever is said about it.</summary>
    public ILocator Field(string property) => Root.Locator($"[data-field={property}]");

    public Task PickAsync(string property, string label) => Field(property).Locator("select").First.SelectOptionAsync(new SelectOptionValue { Label = label });

    public ILocator Said(string property) => Field(property).GetByRole(AriaRole.Alert);

    public ILocator Button(string name) => Root.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Picks the first record that is found under a text, by keyboard.</summary>
    public async Task AssociateAsync(string text)
    {
        await FindRecord.FillAsync(text);
        await Root.Locator("[role=option]").First.WaitForAsync();
        await FindRecord.PressAsync("ArrowDown");
        await FindRecord.PressAsync("Enter");
    }

    public ILocator Records => Root.Locator("[data-record]");
}
