using Dashboard.Infrastructure.HubSpot;
using Xunit;

namespace Dashboard.UnitTests.HubSpot;

public sealed class HubSpotOptionsTests
{
    private static HubSpotOptions Good => new() { ClientId = "id", ClientSecret = "secret" };

    [Fact]
    public void The_defaults_with_a_client_are_fit_for_production() => Assert.Empty(Good.Mistakes(production: true));

    [Fact]
    public void Plain_http_is_for_a_sandbox_on_this_machine_only()
    {
        var local = Good;
        local.ApiBase = "http://127.0.0.1:5090";
        Assert.Empty(local.Mistakes(production: false));
        Assert.Contains("https", Assert.Single(local.Mistakes(production: true)));
        local.ApiBase = "http://example.com";
        Assert.Single(local.Mistakes(production: false));
    }

    [Fact]
    public void Each_mistake_has_a_sentence_that_names_the_setting()
    {
        var bad = new HubSpotOptions { ApiBase = "api", ApiVersion = "v9", OAuthVersion = "2026-04", RedirectPath = "x", TimeoutSeconds = 0 };
        var sentences = bad.Mistakes(production: true).ToList();
        foreach (var name in new[] { "ApiBase", "ApiVersion", "OAuthVersion", "ClientId", "RedirectPath", "TimeoutSeconds" })
        {
            Assert.Contains(sentences, s => s.Contains($"HubSpot:{name}"));
        }
    }

    [Theory]
    [InlineData("v3", "/crm/v3/objects/tasks", "/crm/v4/associations/0-27/0-1/batch/read", "/crm/v3/owners", "/account-info/v3/details")]
    [InlineData("2026-03", "/crm/objects/2026-03/tasks", "/crm/associations/2026-03/0-27/0-1/batch/read", "/crm/owners/2026-03", "/account-info/2026-03/details")]
    public void Paths_follow_the_version(string version, string tasks, string associations, string owners, string account)
    {
        var paths = new HubSpotPaths(new HubSpotOptions { ApiVersion = version });
        Assert.Equal((tasks, associations, owners, account), (paths.Objects("0-27"), paths.AssociationsRead("0-27", "0-1"), paths.Owners, paths.Account));
    }
}
