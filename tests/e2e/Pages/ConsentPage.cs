using Dashboard.EndToEndTests.Support;

namespace Dashboard.EndToEndTests.Pages;

/// <summary>HubSpot's own page (the sandbox's): scopes, allow or deny.</summary>
internal sealed class ConsentPage(Visitor visitor)
{
    public async Task<string[]> ScopesAsync() =>
        await visitor.Page.Locator("[data-scope]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.scope)");

    public Task AllowAsync() => DecideAsync("allow");

    public Task DenyAsync() => DecideAsync("deny");

    private async Task DecideAsync(string decision)
    {
        await visitor.Page.ClickAsync($"button[value={decision}]");
        await visitor.Page.WaitForURLAsync(url => url.StartsWith(visitor.Stack.Origin, StringComparison.Ordinal));
    }
}
