using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages;

internal sealed class ConnectionPage(Visitor visitor, string slug)
{
    private const string Progress = "[data-sync]";

    public Task OpenAsync() => visitor.GoAsync($"/w/{slug}/settings/connection");

    /// <summary>Goes to HubSpot's consent page.</summary>
    public async Task<ConsentPage> ConnectAsync()
    {
        await OpenAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Connect HubSpot|Reconnect") }).ClickAsync();
        await visitor.Page.WaitForURLAsync(new Regex("/oauth/"));
        return new ConsentPage(visitor);
    }

    public ILocator ProgressBar => visitor.Page.Locator($"{Progress} progress");

    public ILocator Figures => visitor.Page.Locator($"{Progress} .meta");

    /// <summary>Waits until the first sync is over.</summary>
    public async Task ReadAsync()
    {
        await OpenAsync();
        await Assertions.Expect(visitor.Page.Locator("dl.facts").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(Progress)).ToHaveCountAsync(0, new() { Timeout = 120_000 });
    }

    public async Task DisconnectAsync()
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Disconnect HubSpot" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Disconnect", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("Not connected yet")).ToBeVisibleAsync();
    }

    /// <summary>How one background loop fares, as the page says it.</summary>
    public ILocator Loop(string name) => visitor.Page.Locator($"[data-loop='{name}']");

    public ILocator Webhooks => visitor.Page.Locator("[data-webhooks]");

    /// <summary>A figure of the report on the last comparison with HubSpot.</summary>
    public ILocator Verified(string figure) => visitor.Page.Locator($"[data-verify=done] [data-{figure}]");

    /// <summary>Has the index compared with HubSpot and waits for the report.</summary>
    public async Task VerifyAsync()
    {
        await visitor.LiveAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Verify index" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-verify=done]")).ToBeVisibleAsync();
    }

    /// <summary>Whether HubSpot recognises a new task that is sent twice, and the button that makes it.</summary>
    public ILocator SafeCreation => visitor.Page.Locator("[data-operation-ids]");

    public async Task MakeSafeToRepeatAsync()
    {
        await visitor.LiveAsync();
        await SafeCreation.GetByRole(AriaRole.Button, new() { Name = "Make new tasks safe to repeat" }).ClickAsync();
    }

    public ILocator Notice => visitor.Page.Locator(".notice");
}
