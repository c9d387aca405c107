using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages.Records;

/// <summary>All pins.</summary>
internal sealed class PinsPage(Visitor visitor, string slug)
{
    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public Task OpenAsync(string query = "") => visitor.GoAsync($"/w/{slug}/pins{query}");

    public ILocator Line(string objectType, string record) => Page.Locator($"[data-pin-of='{objectType}:{record}']");

    public ILocator Filter(string mark) => Page.Locator($"[data-mark-filter='{mark}']");

    public ILocator Chooser => Page.Locator(".chooser");

    public ILocator Note => Page.Locator(".undo .text");

    public ILocator Undo => Page.Locator("[data-undo]");
}
