using System.Net;
using Dashboard.UnitTests.SignIn.Support;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Oidc;

/// <summary>Exchanging the code.</summary>
public sealed class TokenEndpointTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Theory, Trait("Checklist", "O12"), Trait("Checklist", "O13")]
    [InlineData("token-status", "500", "token endpoint answered 500")]
    [InlineData("token-status", "503", "token endpoint answered 503")]
    [InlineData("token-status", "400", "token endpoint answered 400")]
    [InlineData("token-html", null, "did not answer with JSON")]
    [InlineData("token-empty", null, "broken JSON")]
    [InlineData("token-large", null, "more than 65536 bytes")]
    [InlineData("token-redirect", null, "answered 307")]
    [InlineData("huge", null, "more than 65536 bytes")]
    public async Task A_useless_answer_ends_on_a_plain_page_and_the_code_is_sent_once(string fault, string? value, string detail)
    {
        var (host, browser) = await fixture.NextAsync();
        await host.FaultAsync(fault, value);
        await host.AssertRefusedAsync(browser, await browser.SignInAsync(), HttpStatusCode.ServiceUnavailable, "Sign-in is unavailable", detail);
        Assert.Equal(1, await host.CallsAsync("token"));
        Assert.Equal(0, await host.CallsAsync("stolen"));
    }

    [Fact, Trait("Checklist", "O12")]
    public async Task A_slow_answer_is_not_waited_for()
    {
        var (host, browser) = await fixture.NextAsync();
        await host.FaultAsync("token-slow");
        var waiting = browser.SignInAsync();
        await host.WaitOutAsync("token");
        await host.AssertRefusedAsync(browser, await waiting, HttpStatusCode.ServiceUnavailable, "Sign-in is unavailable", "could not be reached in time");
        Assert.Equal(1, await host.CallsAsync("token"));
    }

    [Theory, Trait("Checklist", "O12")]
    [InlineData("client_secret_basic", "token-basic")]
    [InlineData("client_secret_post", "token-post")]
    public async Task The_client_names_itself_the_way_the_provider_takes(string method, string seenAs)
    {
        await using var host = await SignInHost.StartAsync();
        await host.FaultAsync("discovery-auth", method, 10);
        using var browser = new TestBrowser(host.Address);
        await browser.SignInAsync();
        Assert.True(await browser.IsSignedInAsync());
        Assert.Equal(1, await host.CallsAsync(seenAs));
    }

    [Theory, Trait("Checklist", "O19")]
    [InlineData("without-id_token", null)]
    [InlineData("without-access_token", null)]
    [InlineData("without-token_type", null)]
    [InlineData("token-type", "mac")]
    public async Task Both_tokens_and_the_bearer_type_are_needed(string fault, string? value)
    {
        var (host, browser) = await fixture.NextAsync();
        await host.FaultAsync(fault, value);
        await host.AssertRefusedAsync(
            browser, await browser.SignInAsync(), HttpStatusCode.BadRequest, "could not be accepted", "did not answer with an id_token and a bearer token");
    }

    [Fact, Trait("Checklist", "O19")]
    public async Task The_bearer_type_is_read_in_any_case()
    {
        var (host, browser) = await fixture.NextAsync();
        await host.FaultAsync("token-type", "bearer");
        await browser.SignInAsync();
        Assert.True(await browser.IsSignedInAsync());
    }
}
