using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Connections;

/// <summary>A HubSpot to connect to, over HTTP on loopback, and a person who answers its consent page.</summary>
public sealed class HubSpotSandbox : IAsyncLifetime
{
    public const long Main = 424242;
    public const long Second = 515151;
    public static readonly Uri Redirect = new("http://localhost/connect/hubspot/callback");

    private readonly HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private RunningSandbox? sandbox;

    public Uri Origin => sandbox!.Origin;

    public IHubSpotGrants Grants => GrantsAt(Origin);

    public IHubSpotPortal Portal => At(Origin).GetRequiredService<IHubSpotPortal>();

    /// <summary>The product's own client, towards whatever address.</summary>
    public static IHubSpotGrants GrantsAt(Uri origin) => At(origin).GetRequiredService<IHubSpotGrants>();

    private static ServiceProvider At(Uri origin) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddHubSpot(new HubSpotOptions
        {
            ApiBase = origin.ToString(),
            AuthorizeBase = origin.ToString(),
            ClientId = "tasklane-sandbox",
            ClientSecret = "sandbox-secret",
            TimeoutSeconds = 5,
        })
        .BuildServiceProvider();

    public async ValueTask InitializeAsync() => sandbox = await SandboxHost.StartAsync(new SandboxOptions { Url = "http://127.0.0.1:0", Tasks = 10, RateLimits = false });

    /// <summary>What a person does on the consent page.</summary>
    /// <param name="consent">The address the product sent the person to.</param>
    /// <param name="sessionHash">The session the person comes back in.</param>
    /// <param name="hub">The account chosen.</param>
    /// <param name="allow">Or denied.</param>
    /// <param name="scopes">Asks for these required scopes instead, as a forged address would.</param>
    public async Task<ConsentAnswer> AnswerAsync(Uri consent, string sessionHash, long hub = Main, bool allow = true, string? scopes = null)
    {
        var asked = HttpUtility.ParseQueryString(consent.Query);
        var form = asked.AllKeys.ToDictionary(key => key!, key => asked[key]!);
        form["decision"] = allow ? "allow" : "deny";
        form["hub_id"] = $"{hub}";
        form["scope"] = scopes ?? form["scope"];

        using var page = await browser.GetAsync(consent);
        page.EnsureSuccessStatusCode();
        using var decided = await browser.PostAsync(new Uri(Origin, "/oauth/authorize/decision"), new FormUrlEncodedContent(form));
        var back = decided.Headers.Location ?? throw new InvalidOperationException(await decided.Content.ReadAsStringAsync());
        Assert.StartsWith(Redirect.ToString(), back.ToString(), StringComparison.Ordinal);
        var answer = HttpUtility.ParseQueryString(back.Query);
        return new ConsentAnswer(sessionHash, Redirect, answer["state"], answer["code"], answer["error"]);
    }

    public async Task<IReadOnlyList<string>> LedgerKindsAsync(long portal)
    {
        var entries = await browser.GetFromJsonAsync<List<JsonElement>>(new Uri(Origin, "/__sandbox/ledger?after=0"));
        return [.. entries!.Where(e => e.GetProperty("portal").GetInt64() == portal).Select(e => e.GetProperty("kind").GetString()!)];
    }

    public Task FaultAsync(string path, object effect) =>
        browser.PostAsJsonAsync(new Uri(Origin, "/__sandbox/faults"), new[] { new { match = new { path }, effect } });

    public Task NoFaultsAsync() => browser.DeleteAsync(new Uri(Origin, "/__sandbox/faults"));

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        if (sandbox is not null)
        {
            await sandbox.DisposeAsync();
        }
    }
}
