using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages;

/// <summary>Where an invitation's link leads a signed-in person.</summary>
internal sealed class JoinPage(Visitor visitor)
{
    public async Task AcceptAsync(string link)
    {
        await visitor.GoAsync(link);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        // The first board of a portal of 26,000 tasks, which the product is still naming records for.
        await visitor.Page.WaitForURLAsync(new Regex("/w/[^/]+/"), new() { Timeout = 60_000 });
    }
}
