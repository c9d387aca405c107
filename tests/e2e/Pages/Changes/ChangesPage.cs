using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages.Changes;

/// <summary>All changes.</summary>
internal sealed class ChangesPage(Visitor visitor, string slug)
{
    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public Task OpenAsync(string query = "") => visitor.GoAsync($"/w/{slug}/changes{query}");

    public ILocator Lines => Page.Locator("[data-change]");

    /// <summary>Lines about a task, by where they stand.</summary>
    public ILocator Of(string subject, string standing) => Page.Locator($"[data-standing='{standing}']", new() { HasText = subject });

    public ILocator Filter(string standing) => Page.Locator($"[data-standing-filter='{standing}']");

    public ILocator Entry => Page.Locator("[data-changes-entry]");

    public ILocator Note => Page.Locator(".undo .text");
}
