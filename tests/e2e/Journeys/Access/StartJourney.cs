using Dashboard.EndToEndTests.Support;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Access;

/// <summary>Points 1 and 7: it starts with one command, and refuses to start unsafely.</summary>
public sealed class StartJourney
{
    private static readonly Dictionary<string, string> Sound = new()
    {
        ["PublicOrigin"] = "https://tasklane.example.com",
        ["Oidc:Authority"] = "https://login.example.com",
        ["Oidc:ClientId"] = "tasklane",
        ["Oidc:ClientSecret"] = "0f2d6a7c8b9e4d1f",
        ["HubSpot:ClientId"] = "5d1f0c1e-1111-2222-3333-444455556666",
        ["HubSpot:ClientSecret"] = "8b1a2c3d-1111-2222-3333-444455556666",
        ["Secrets:Keys:2026a"] = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
        ["Secrets:CurrentKey"] = "2026a",
    };

    [Fact]
    public async Task The_built_in_sandbox_starts_beside_the_product_and_both_addresses_are_printed()
    {
        var (port, sandbox) = (ChildProcess.FreePort(), ChildProcess.FreePort());
        await using var web = Start("Development", new()
        {
            ["urls"] = $"http://localhost:{port}",
            ["Sandbox:Url"] = $"http://127.0.0.1:{sandbox}",
            ["Sandbox:Tasks"] = "10",
            ["Oidc:Authority"] = $"http://127.0.0.1:{sandbox}/idp",
            ["HubSpot:ApiBase"] = $"http://127.0.0.1:{sandbox}",
            ["HubSpot:AuthorizeBase"] = $"http://127.0.0.1:{sandbox}",
        });
        await web.ReadyAsync($"http://localhost:{port}/health/ready");

        await Eventually.HoldsAsync(() => Task.FromResult(web.Output.Contains($"Tasklane: http://localhost:{port}", StringComparison.Ordinal)), "the product's address");
        Assert.Contains($"http://127.0.0.1:{sandbox}/__sandbox", web.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sound_settings_start_in_production()
    {
        var port = ChildProcess.FreePort();
        await using var web = Start("Production", new(Sound) { ["urls"] = $"http://127.0.0.1:{port}" });

        await web.ReadyAsync($"http://127.0.0.1:{port}/health/live");
    }

    [Theory]
    [InlineData("PublicOrigin", "http://tasklane.example.com", "PublicOrigin")]
    [InlineData("Oidc:Authority", "http://login.example.com", "Authority")]
    [InlineData("Oidc:ClientSecret", "tasklane-sandbox-secret", "ClientSecret")]
    [InlineData("Oidc:ClientId", "", "ClientId")]
    [InlineData("HubSpot:ClientSecret", "sandbox-secret", "HubSpot:ClientSecret")]
    [InlineData("HubSpot:ClientId", "", "HubSpot:ClientId")]
    [InlineData("Sandbox:Enabled", "true", "Sandbox:Enabled")]
    [InlineData("Database:Provider", "Oracle", "Database:Provider")]
    public async Task Unsafe_or_missing_settings_are_refused_by_name(string setting, string value, string named)
    {
        await using var web = Start("Production", new(Sound) { ["urls"] = $"http://127.0.0.1:{ChildProcess.FreePort()}", [setting] = value });

        Assert.NotEqual(0, await web.EndsAsync());
        Assert.Contains(named, web.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task All_that_is_missing_or_unsafe_is_said_at_once(string environment)
    {
        await using var web = Start(environment, new()
        {
            ["urls"] = $"http://127.0.0.1:{ChildProcess.FreePort()}",
            ["Sandbox:Enabled"] = "true",
            ["Database:Provider"] = "Oracle",
            ["HubSpot:ClientId"] = "tasklane-sandbox",
            ["HubSpot:ClientSecret"] = "sandbox-secret",
            ["HubSpot:ApiBase"] = "http://127.0.0.1:5090",
            ["Sync:PollSeconds"] = "often",
        });

        Assert.Equal(78, await web.EndsAsync());
        foreach (var setting in new[]
        {
            "PublicOrigin", "Oidc:Authority", "Oidc:ClientId", "Oidc:ClientSecret", "HubSpot:ClientSecret", "HubSpot:ApiBase", "Secrets:Keys", "Sandbox:Enabled",
            "Database:Provider", "Sync:PollSeconds",
        })
        {
            Assert.Contains(setting, web.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("   at ", web.Output, StringComparison.Ordinal);
    }

    private static ChildProcess Start(string environment, Dictionary<string, string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("tasklane-start-").FullName;
        return ChildProcess.Start("src/Web", "Dashboard.Web.dll", Path.Combine(folder, "web.log"), environment,
            ["--Data:Folder", Path.Combine(folder, "data"), .. settings.SelectMany(pair => new[] { $"--{pair.Key}", pair.Value })]);
    }
}
