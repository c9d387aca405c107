using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Support;

namespace Dashboard.EndToEndTests.Pages;

internal sealed class WorkspacesPage(Visitor visitor)
{
    public Task OpenAsync() => visitor.GoAsync("/workspaces?choose");

    /// <returns>The slug of the new workspace; its connection page is open.</returns>
    public async Task<string> CreateAsync(string name)
    {
        await OpenAsync();
        await visitor.Page.GetByLabel("Name").FillAsync(name);
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Create workspace" }).ClickAsync();
        await visitor.Page.WaitForURLAsync(new Regex("/w/[^/]+/settings/connection"));
        return new Uri(visitor.Page.Url).Segments[2].Trim('/');
    }

    public async Task<IReadOnlyList<string>> NamesAsync() => await visitor.Page.Locator(".choices .name").AllInnerTextsAsync();

    public Task EnterAsync(string name) => visitor.Page.Locator(".choices a", new() { HasText = name }).ClickAsync();
}
