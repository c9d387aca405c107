using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages.Records;

/// <summary>A record's page as one person sees it.</summary>
internal sealed class RecordPage(Visitor visitor, string slug)
{
    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public async Task OpenAsync(string objectType, string id, string query = "")
    {
        await visitor.GoAsync($"/w/{slug}/records/{objectType}/{id}{query}");
        await Page.Locator($"[data-record='{objectType}:{id}']").WaitForAsync();
        await IsReadAsync();
    }

    /// <summary>HubSpot has answered.</summary>
    public Task IsReadAsync() => Page.Locator("[data-reading=false]").WaitForAsync();

    public ILocator Title => Page.Locator(".record h1");

    public ILocator Pinned => Page.Locator("section.pinned [data-task-line]");

    public ILocator PinnedPart => Page.Locator("section.pinned");

    public ILocator Line(string task) => Page.Locator($".record .lines [data-task-line='{task}']");

    public ILocator Notices => Page.Locator(".record .notice");

    public ILocator Note => Page.Locator(".undo .text");

    public ILocator Undo => Page.Locator("[data-undo]");

    public ILocator Drawer => Page.Locator("[data-drawer]");

    public Task IsPinnedAsync(string task) => Assertions.Expect(Pinned).ToHaveAttributeAsync("data-task-line", task);

    public async Task PinAsync(string task)
    {
        await Line(task).GetByRole(AriaRole.Button, new() { Name = "Pin", Exact = true }).ClickAsync();
    }
}
