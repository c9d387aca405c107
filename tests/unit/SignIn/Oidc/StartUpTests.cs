using Dashboard.Web.SignIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Oidc;

/// <summary>Settings that would not sign anybody in, or not safely, stop the start with a sentence.</summary>
public sealed class StartUpTests
{
    [Fact]
    public void Good_settings_start() => Assert.Empty(Mistakes("Production"));

    [Fact]
    public void A_developer_needs_no_public_origin_and_may_use_http_on_this_machine() => Assert.Empty(
        Mistakes("Development", ("Oidc:Authority", "http://127.0.0.1:5000/idp"), ("Oidc:ClientSecret", "tasklane-sandbox-secret"), ("PublicOrigin", null)));

    [Theory]
    [InlineData("Production", "Oidc:Authority", null, "Oidc:Authority is missing")]
    [InlineData("Production", "Oidc:Authority", "not an address", "Oidc:Authority is missing")]
    [InlineData("Production", "Oidc:Authority", "https://login.example.com?x=1", "Oidc:Authority has a query or a fragment")]
    [InlineData("Production", "Oidc:Authority", "http://login.example.com", "Oidc:Authority is not https")]
    [InlineData("Production", "Oidc:Authority", "http://127.0.0.1/idp", "Oidc:Authority is not https")]
    [InlineData("Development", "Oidc:Authority", "http://login.example.com", "Oidc:Authority is http on another machine")]
    [InlineData("Production", "Oidc:RequireHttpsMetadata", "false", "Oidc:RequireHttpsMetadata is off")]
    [InlineData("Production", "Oidc:ClientId", "", "Oidc:ClientId is missing")]
    [InlineData("Production", "Oidc:ClientSecret", null, "Oidc:ClientSecret is missing")]
    [InlineData("Production", "Oidc:ClientSecret", "tasklane-sandbox-secret", "Oidc:ClientSecret is the demo's")]
    [InlineData("Production", "Oidc:SignedOutCallbackPath", "/signin-oidc", "Oidc:CallbackPath and Oidc:SignedOutCallbackPath must be two different paths")]
    [InlineData("Production", "PublicOrigin", null, "PublicOrigin is missing")]
    [InlineData("Production", "PublicOrigin", "http://tasklane.example.com", "PublicOrigin is not https")]
    [InlineData("Development", "PublicOrigin", "http://tasklane.example.com", "PublicOrigin is not https")]
    [InlineData("Production", "PublicOrigin", "https://tasklane.example.com/app", "PublicOrigin is not an origin")]
    public void A_mistake_is_named(string environment, string setting, string? value, string sentence) =>
        Assert.StartsWith(sentence, Assert.Single(Mistakes(environment, (setting, value)), m => m.Contains(sentence, StringComparison.Ordinal)));

    [Fact]
    public void Every_mistake_is_named_at_once() => Assert.Equal(
        4, Mistakes("Production", ("Oidc:Authority", null), ("Oidc:ClientId", null), ("Oidc:ClientSecret", null), ("PublicOrigin", null)).Count);

    private static List<string> Mistakes(string environment, params (string Name, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Oidc:Authority"] = "https://login.example.com",
            ["Oidc:ClientId"] = "tasklane",
            ["Oidc:ClientSecret"] = "a secret of ours",
            ["PublicOrigin"] = "https://tasklane.example.com",
        };
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IHostEnvironment>(new Environment(environment));
        try
        {
            using var built = services.AddSignIn(configuration, new Environment(environment)).BuildServiceProvider();
            built.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (InvalidOperationException refused)
        {
            return [.. refused.Message.Split(System.Environment.NewLine)];
        }
    }

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
