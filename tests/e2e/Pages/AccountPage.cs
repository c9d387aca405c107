using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages;

/// <summary>The account page: settings of time and own free days.</summary>
internal sealed class AccountPage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public Task OpenAsync() => visitor.GoAsync("/account");

    public ILocator KeptZone => Page.Locator("[data-kept-zone]");

    public ILocator Difference => Page.Locator("#time .notice");

    public ILocator Saved => Page.Locator(".saved");

    public ILocator Problem => Page.Locator("#time [role=alert]:not(:empty)");

    public ILocator Option(string name) => Page.Locator("#time").GetByLabel(name);

    public ILocator Hour(string which) => Page.Locator($"#work-{which}");

    public ILocator Days => Page.Locator("#time .days input:checked");

    /// <summary>By keys alone.</summary>
    public async Task SearchZoneAsync(string text, string first)
    {
        await Page.Locator("#zone").PressSequentiallyAsync(text);
        await Assertions.Expect(Page.Locator("#zone-0")).ToContainTextAsync(first);
        await Page.Locator("#zone").PressAsync("ArrowDown");
        await Page.Locator("#zone").PressAsync("Enter");
    }

    public Task PressSaveAsync() => Page.Locator("[data-save-time]").ClickAsync();

    /// <summary>Saves, and waits for the page that is loaded after it.</summary>
    public async Task SaveAsync()
    {
        await Page.EvaluateAsync("document.body.dataset.before = ''");
        await PressSaveAsync();
        await Page.Locator("body:not([data-before])").WaitForAsync();
        await Assertions.Expect(Saved).ToBeVisibleAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("saved=time"));
        await visitor.LiveAsync();
    }
}
