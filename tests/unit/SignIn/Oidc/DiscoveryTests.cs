using System.Net;
using Dashboard.UnitTests.SignIn.Support;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Oidc;

/// <summary>What a provider says of itself, and what is done when it lies or says nothing.</summary>
public sealed class DiscoveryTests
{
    [Theory, Trait("Checklist", "O2"), Trait("Trap", "M4")]
    [InlineData("https://evil.example")]
    [InlineData("/")]
    [InlineData("UPPER")]
    public async Task A_document_that_names_another_issuer_is_refused_however_like_it_looks(string other)
    {
        await using var host = await SignInHost.StartAsync();
        var issuer = $"{host.ProviderAddress}/idp";
        await host.FaultAsync("discovery-issuer", other switch { "/" => $"{issuer}/", "UPPER" => issuer.Replace("/idp", "/IDP"), _ => other }, 10);
        await AssertClosedAsync(host, "names another issuer");
    }

    [Theory, Trait("Checklist", "O1"), Trait("Checklist", "O2")]
    [InlineData("discovery-token", "http://login.example/token")]
    [InlineData("discovery-authorize", "javascript:alert(1)")]
    [InlineData("discovery-jwks", "file:///etc/passwd")]
    [InlineData("discovery-token", "https://user:secret@login.example/token")]
    [InlineData("discovery-authorize", "/relative")]
    public async Task Endpoints_on_unexpected_schemes_are_refused(string fault, string value)
    {
        await using var host = await SignInHost.StartAsync();
        await host.FaultAsync(fault, value, 10);
        await AssertClosedAsync(host, "lacks an endpoint or names one that is not https");
    }

    [Fact, Trait("Checklist", "O2")]
    public async Task A_redirected_document_is_not_followed()
    {
        await using var host = await SignInHost.StartAsync();
        await host.FaultAsync("discovery-redirect", times: 10);
        await AssertClosedAsync(host, "answered 302");
        Assert.Equal(0, await host.CallsAsync("stolen"));
    }

    [Fact, Trait("Checklist", "O3")]
    public async Task A_provider_that_does_not_list_S256_is_refused_unless_that_is_configured()
    {
        await using var host = await SignInHost.StartAsync();
        await host.FaultAsync("discovery-no-s256", times: 10);
        await AssertClosedAsync(host, "does not list PKCE S256");

        using var allowed = new TestBrowser(await host.AddReplicaAsync(("Oidc:AllowProviderWithoutS256", "true")));
        await allowed.SignInAsync();
        Assert.True(await allowed.IsSignedInAsync());
    }

    [Theory, Trait("Checklist", "O13")]
    [InlineData("discovery-500", "answered 500")]
    [InlineData("discovery-html", "did not answer with JSON")]
    [InlineData("jwks-500", "key set answered 500")]
    public async Task A_broken_provider_gives_a_plain_page_and_signing_in_works_once_it_is_back(string fault, string detail)
    {
        await using var host = await SignInHost.StartAsync();
        await host.FaultAsync(fault);
        await AssertClosedAsync(host, detail);

        using var browser = new TestBrowser(host.Address);
        await browser.SignInAsync();
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O13")]
    public async Task A_provider_that_keeps_people_waiting_gives_a_plain_page_and_signing_in_works_once_it_answers()
    {
        await using var host = await SignInHost.StartAsync();
        await host.FaultAsync("discovery-slow");
        using var early = new TestBrowser(host.Address);
        var waiting = early.BeginRawAsync();
        await host.WaitOutAsync("discovery");
        await host.AssertRefusedAsync(early, await waiting, HttpStatusCode.ServiceUnavailable, "Sign-in is unavailable", "could not be reached in time");

        using var browser = new TestBrowser(host.Address);
        await browser.SignInAsync();
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O13")]
    public async Task An_unreachable_provider_gives_a_plain_page()
    {
        await using var host = await SignInHost.StartAsync(("Oidc:Authority", "http://127.0.0.1:1/idp"));
        await AssertClosedAsync(host, "could not be reached in time");
    }

    [Fact, Trait("Checklist", "O21")]
    public async Task Known_keys_serve_on_while_the_provider_cannot_be_read_for_a_day_and_no_longer()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = new TestBrowser(host.Address);
        await browser.SignInAsync();
        await host.FaultAsync("discovery-500", times: 1000);

        host.Clock.Advance(TimeSpan.FromHours(10));
        using var later = new TestBrowser(host.Address);
        await later.SignInAsync();
        Assert.True(await later.IsSignedInAsync());
        Assert.Contains("could not be read again", host.Log.Text);

        host.Clock.Advance(TimeSpan.FromHours(15));
        await AssertClosedAsync(host, "discovery document answered 500");
    }

    private static async Task AssertClosedAsync(SignInHost host, string detail)
    {
        using var browser = new TestBrowser(host.Address);
        await host.AssertRefusedAsync(browser, await browser.BeginRawAsync(), HttpStatusCode.ServiceUnavailable, "Sign-in is unavailable", detail);
    }
}
