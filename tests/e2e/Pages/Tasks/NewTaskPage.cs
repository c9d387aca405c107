using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages.Tasks;

/// <summary>The form of a new task beside a page.</summary>
internal sealed class NewTaskPage(Visitor visitor, string slug)
{
    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public ILocator Root => Page.Locator("[data-new-panel]");

    public ILocator Line => Root.Locator("#new-line");

    public ILocator Made => Root.Locator("[data-made]");

    public async Task OpenAsync(string start = "1")
    {
        await visitor.GoAsync($"/w/{slug}/board?owner=all&new={start}");
        await Line.WaitForAsync();
    }

    /// <summary>What was understood of the line, by kind.</summary>
    public ILocator Part(string kind) => Root.Locator($"[data-understood] [data-part={kind}]");

    public ILocator Field(string property) => Root.Locator($"[data-field={property}]");

    public Task MoreAsync() => Root.Locator("[data-more-fields]").ClickAsync();

    /// <summary>Creates and tells the id it has here.</summary>
    public async Task<string> CreateAsync(string line)
    {
        await Line.FillAsync(line);
        await Line.PressAsync("Enter");
        await Made.First.WaitForAsync();
        return (await Made.First.GetAttributeAsync("data-made"))!;
    }
}
