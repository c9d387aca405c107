using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.UnitTests.SignIn.Support;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

/// <summary>The demo provider is strict itself, or the client's tests would prove little.</summary>
public sealed class IdentityProviderTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private const string Verifier = "a-verifier-that-is-long-enough-to-be-one-of-them";

    [Theory]
    [InlineData("client_id", "other")]
    [InlineData("redirect_uri", "https://evil.example/signin-oidc")]
    [InlineData("redirect_uri", "/signin-oidc")]
    public async Task A_stranger_is_not_sent_anywhere(string parameter, string value)
    {
        var (host, browser) = await fixture.NextAsync();
        var answer = await browser.GetAsync(Request(host, (parameter, value)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("scope", "profile", "invalid_scope")]
    [InlineData("code_challenge", "", "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("prompt", "none", "login_required")]
    public async Task A_wrong_request_is_answered_with_its_error_and_its_state(string parameter, string value, string error)
    {
        var (host, browser) = await fixture.NextAsync();
        var query = QueryHelpers.ParseQuery((await browser.GetAsync(Request(host, (parameter, value)))).Headers.Location!.Query);
        Assert.Equal(error, query["error"]);
        Assert.Equal("s", query["state"]);
        Assert.Equal($"{host.ProviderAddress}/idp", query["iss"]);
    }

    [Theory]
    [InlineData("nothing", null, HttpStatusCode.OK)]
    [InlineData("code_verifier", "another-verifier-that-is-long-enough-to-be-one", HttpStatusCode.BadRequest)]
    [InlineData("redirect_uri", "http://127.0.0.1/elsewhere", HttpStatusCode.BadRequest)]
    [InlineData("grant_type", "password", HttpStatusCode.BadRequest)]
    [InlineData("client_secret", "guess", HttpStatusCode.Unauthorized)]
    public async Task A_code_is_for_who_asked_for_it(string parameter, string? value, HttpStatusCode expected)
    {
        var (host, browser) = await fixture.NextAsync();
        Assert.Equal(expected, (await RedeemAsync(host, browser, await CodeAsync(host, browser), (parameter, value))).StatusCode);
    }

    [Fact]
    public async Task A_code_works_once_and_for_a_minute()
    {
        var (host, browser) = await fixture.NextAsync();
        var code = await CodeAsync(host, browser);
        Assert.Equal(HttpStatusCode.OK, (await RedeemAsync(host, browser, code)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await RedeemAsync(host, browser, code)).StatusCode);

        var late = await CodeAsync(host, browser);
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.BadRequest, (await RedeemAsync(host, browser, late)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_returns_to_registered_addresses_only()
    {
        var (host, browser) = await fixture.NextAsync();
        var tokens = await (await RedeemAsync(host, browser, await CodeAsync(host, browser))).Content.ReadFromJsonAsync<JsonElement>();
        var hint = tokens.GetProperty("id_token").GetString();
        var end = $"{host.ProviderAddress}/idp/end-session?id_token_hint={hint}&state=s&post_logout_redirect_uri=";
        Assert.Equal("http://127.0.0.1/out?state=s", (await browser.GetAsync(end + "http://127.0.0.1/out")).Headers.Location?.ToString());
        Assert.Null((await browser.GetAsync(end + "https://evil.example/out")).Headers.Location);
    }

    private static string Request(SignInHost host, params (string Name, string Value)[] changes)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = "tasklane",
            ["redirect_uri"] = "http://127.0.0.1/signin-oidc",
            ["response_type"] = "code",
            ["scope"] = "openid",
            ["state"] = "s",
            ["nonce"] = "n",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            query[name] = value;
        }

        return QueryHelpers.AddQueryString($"{host.ProviderAddress}/idp/authorize", query);
    }

    private static async Task<string> CodeAsync(SignInHost host, TestBrowser browser) =>
        QueryHelpers.ParseQuery((await browser.ChooseAsync(new Uri(Request(host)))).Query)["code"].ToString();

    private static Task<HttpResponseMessage> RedeemAsync(SignInHost host, TestBrowser browser, string code, (string Name, string? Value) change = default)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = "http://127.0.0.1/signin-oidc",
            ["code_verifier"] = Verifier,
            ["client_id"] = "tasklane",
            ["client_secret"] = "tasklane-sandbox-secret",
        };
        if (change is { Name: { } name, Value: { } value })
        {
            form[name] = value;
        }

        return browser.SubmitAsync($"{host.ProviderAddress}/idp/token", form);
    }
}
