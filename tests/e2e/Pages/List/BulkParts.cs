using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages.List;

/// <summary>What stands at the foot of a page once several tasks are selected: the bar, what a run would do, how far it is.</summary>
internal sealed class BulkParts(Visitor visitor)
{
    public ILocator Bar => visitor.Page.Locator("[data-bulk-bar]");

    public ILocator Plan => visitor.Page.Locator("[data-bulk-plan]");

    public ILocator State => visitor.Page.Locator("[data-bulk-state]");

    public ILocator Note => visitor.Page.Locator("[data-bulk-note]");

    public ILocator Failures => visitor.Page.Locator("[data-bulk-failures] > li");

    public ILocator Retry => visitor.Page.Locator("[data-bulk-retry]");

    public ILocator Undo => visitor.Page.Locator("[data-bulk-undo]");

    public Task CountsAsync(int count) => Assertions.Expect(Bar.Locator($"[data-bulk-count='{count}']")).ToBeVisibleAsync();

    public ILocator Planned(string kind) => Plan.Locator($"[data-plan='{kind}'] > strong");

    public Task WishAsync(string what) => Bar.Locator($"[data-bulk-do='{what}']").ClickAsync();

    public async Task PickAsync(string menu, string choice)
    {
        await Bar.GetByRole(AriaRole.Button, new() { Name = menu, Exact = true }).ClickAsync();
        await Bar.Locator(".choice", new() { HasText = choice }).First.ClickAsync();
    }

    public async Task RunAsync()
    {
        await Plan.Locator("[data-bulk-run]").ClickAsync();
        await visitor.Page.Locator("[data-bulk-run-id]").WaitForAsync();
    }

    /// <summary>Nothing of the run is on its way any more.</summary>
    public Task OverAsync() => Assertions.Expect(visitor.Page.Locator("[data-bulk-run-id]")).ToHaveAttributeAsync("data-over", "true", new() { Timeout = 60_000 });

    public Task CloseAsync() => visitor.Page.Locator("[data-bulk-close]").ClickAsync();
}
