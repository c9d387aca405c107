using System.Net;
using Dashboard.UnitTests.SignIn.Support;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Oidc;

/// <summary>What is sent to the provider with the person.</summary>
public sealed class AuthorizationRequestTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Fact, Trait("Checklist", "O1")]
    public async Task The_request_asks_for_a_code_with_openid_and_the_exact_address_to_return_to()
    {
        var (host, browser) = await fixture.NextAsync();
        var address = await browser.BeginAsync();
        var query = QueryHelpers.ParseQuery(address.Query);

        Assert.Equal($"{host.ProviderAddress}/idp/authorize", address.GetLeftPart(UriPartial.Path));
        Assert.Equal("code", query["response_type"]);
        Assert.Contains("openid", query["scope"].ToString().Split(' '));
        Assert.Equal($"{host.Address}/signin-oidc", query["redirect_uri"]);
        Assert.Equal("tasklane", query["client_id"]);
        Assert.False(query.ContainsKey("response_mode"));
        Assert.All(query, parameter => Assert.Single(parameter.Value));
    }

    [Fact, Trait("Checklist", "O1")]
    public async Task With_a_public_origin_the_host_header_decides_nothing()
    {
        var (host, _) = await fixture.NextAsync();
        var address = await host.AddReplicaAsync(("PublicOrigin", "https://localhost"));
        using var browser = new TestBrowser(address, "https://localhost");
        var query = QueryHelpers.ParseQuery((await browser.BeginAsync()).Query);

        Assert.Equal("https://localhost/signin-oidc", query["redirect_uri"]);
    }

    [Fact, Trait("Checklist", "O3")]
    public async Task Each_attempt_has_a_fresh_S256_challenge_and_its_verifier_is_never_readable_in_the_browser()
    {
        var (_, browser) = await fixture.NextAsync();
        var first = QueryHelpers.ParseQuery((await browser.BeginAsync()).Query);
        var second = QueryHelpers.ParseQuery((await browser.BeginAsync()).Query);

        Assert.Equal("S256", first["code_challenge_method"]);
        Assert.Equal(32, WebEncoders.Base64UrlDecode(first["code_challenge"]!).Length);
        Assert.NotEqual(first["code_challenge"], second["code_challenge"]);
        Assert.False(first.ContainsKey("code_verifier"));

        // The verifier travels in the state: whatever part of it decodes must not hash to the challenge.
        var state = WebEncoders.Base64UrlDecode(first["state"]!);
        var readable = System.Text.Encoding.Latin1.GetString(state);
        Assert.DoesNotContain("Verifier", readable);
    }

    [Fact, Trait("Checklist", "O4")]
    public async Task Each_attempt_has_a_fresh_nonce_of_256_bits()
    {
        var (_, browser) = await fixture.NextAsync();
        var nonces = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            var nonce = QueryHelpers.ParseQuery((await browser.BeginAsync()).Query)["nonce"].ToString();
            Assert.Equal(32, WebEncoders.Base64UrlDecode(nonce).Length);
            Assert.True(nonces.Add(nonce));
        }
    }

    [Fact, Trait("Checklist", "O1")]
    public async Task Configured_max_age_and_prompt_are_passed_on_and_the_age_is_checked_on_return()
    {
        var (host, _) = await fixture.NextAsync();
        var address = await host.AddReplicaAsync(("Oidc:MaxAge", "00:05:00"), ("Oidc:Prompt", "login"));
        using var browser = new TestBrowser(address);
        var asked = await browser.BeginAsync();
        var query = QueryHelpers.ParseQuery(asked.Query);
        Assert.Equal("300", query["max_age"]);
        Assert.Equal("login", query["prompt"]);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(await browser.ChooseAsync(asked))).StatusCode);
    }

    [Fact, Trait("Checklist", "O1")]
    public async Task A_person_who_signed_in_at_the_provider_longer_ago_than_allowed_is_refused()
    {
        var (host, _) = await fixture.NextAsync();
        var address = await host.AddReplicaAsync(("Oidc:MaxAge", "00:05:00"));
        using var browser = new TestBrowser(address);
        await host.FaultAsync("offset-auth_time", "-361");
        await host.AssertRefusedAsync(browser, await browser.SignInAsync(), HttpStatusCode.BadRequest, "could not be accepted", "auth_time");
    }
}
