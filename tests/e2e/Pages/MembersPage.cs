using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages;

internal sealed class MembersPage(Visitor visitor, string slug)
{
    private const string Link = "[data-invitation-link]";

    public Task OpenAsync() => visitor.GoAsync($"/w/{slug}/settings/members");

    /// <returns>The link to send to one person.</returns>
    public async Task<string> InviteAsync(string role)
    {
        await OpenAsync();
        await visitor.Page.Locator("#role").SelectOptionAsync(role);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Create link" }).ClickAsync();
        return await visitor.Page.Locator(Link).InnerTextAsync();
    }

    public async Task<IReadOnlyList<string>> NamesAsync() => await visitor.Page.Locator(".people bdi").AllInnerTextsAsync();
}
