using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

public sealed class HubSpotOAuthTests
{
    private const string Callback = "http://localhost:5000/connect/hubspot/callback";
    private const string Scope = "oauth crm.objects.contacts.read crm.objects.contacts.write crm.objects.owners.read";
    private static readonly (string, string)[] Client = [("client_id", "tasklane-sandbox"), ("client_secret", "sandbox-secret")];

    [Fact]
    public async Task The_consent_page_names_the_account_and_puts_scopes_in_words()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var page = await hubSpot.TextAsync($"/oauth/authorize?client_id=tasklane-sandbox&redirect_uri={Uri.EscapeDataString(Callback)}&scope={Uri.EscapeDataString(Scope)}&optional_scope=tickets&state=a%22b");
        Assert.Contains("Northwind Sales", page);
        Assert.Contains("515151", page);
        Assert.Contains("View the users who own records", page);
        Assert.Contains("data-scope=\"tickets\"", page);
        Assert.Contains("value=\"a&quot;b\"", page);
    }

    [Theory]
    [InlineData("http://localhost:5000/other")]
    [InlineData("http://evil.example/connect/hubspot/callback")]
    [InlineData("http://user@localhost:5000/connect/hubspot/callback")]
    [InlineData("https://localhost.evil.example/connect/hubspot/callback")]
    public async Task An_unregistered_return_address_gets_an_error_page_and_no_redirect(string address)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        using var page = await hubSpot.RawAsync(HttpMethod.Get, $"/oauth/authorize?client_id=tasklane-sandbox&redirect_uri={Uri.EscapeDataString(address)}&scope=oauth");
        using var form = await hubSpot.FormRawAsync("/oauth/authorize/decision", ("client_id", "tasklane-sandbox"), ("redirect_uri", address), ("scope", Scope), ("decision", "allow"));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
        Assert.Null(form.Headers.Location);
    }

    [Fact]
    public async Task Denied_consent_comes_back_with_error_and_state()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var back = await DecideAsync(hubSpot, ("decision", "deny"));
        Assert.Equal("access_denied", back["error"]);
        Assert.NotNull(back["error_description"]);
        Assert.Equal("s-1", back["state"]);
        Assert.Null(back["code"]);
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    [InlineData("2026-09")]
    public async Task A_code_gives_tokens_once(string version)
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var code = (await DecideAsync(hubSpot, ("decision", "allow"), ("hub_id", "515151")))["code"]!;
        var (status, tokens) = await ExchangeAsync(hubSpot, version, code);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("515151", tokens.Text("hub_id"));
        Assert.Equal("1800", tokens.Text("expires_in"));
        Assert.Equal("bearer", tokens.Text("token_type"));
        Assert.True(tokens.Text("access_token")!.Length > 300);
        Assert.Contains("crm.objects.owners.read", tokens.Text("scopes"));
        var (again, refused) = await ExchangeAsync(hubSpot, version, code);
        Assert.Equal(HttpStatusCode.BadRequest, again);
        Assert.Equal("invalid_grant", refused.Text("error"));
    }

    [Fact]
    public async Task A_code_dies_after_minutes_and_with_another_return_address()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var late = (await DecideAsync(hubSpot, ("decision", "allow")))["code"]!;
        hubSpot.Sandbox.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync(hubSpot, "2026-03", late)).Status);
        var moved = (await DecideAsync(hubSpot, ("decision", "allow")))["code"]!;
        var (status, refused) = await hubSpot.FormAsync("/oauth/2026-03/token", [.. Client, ("grant_type", "authorization_code"), ("redirect_uri", Callback + "x"), ("code", moved)]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("MISMATCH_REDIRECT_URI_AUTH_CODE", refused.Text("status"));
    }

    [Fact]
    public async Task A_challenge_must_be_proved()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        const string verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        (string, string)[] asked = [("decision", "allow"), ("code_challenge", challenge), ("code_challenge_method", "S256")];
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync(hubSpot, "2026-03", (await DecideAsync(hubSpot, asked))["code"]!)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync(hubSpot, "2026-03", (await DecideAsync(hubSpot, asked))["code"]!, ("code_verifier", "wrong"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(hubSpot, "2026-03", (await DecideAsync(hubSpot, asked))["code"]!, ("code_verifier", verifier))).Status);
    }

    [Fact]
    public async Task A_refresh_keeps_the_refresh_token_unless_rotation_is_on()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (_, first) = await RefreshAsync(hubSpot, hubSpot.RefreshToken);
        Assert.Equal(hubSpot.RefreshToken, first.Text("refresh_token"));
        await hubSpot.PostAsync("/__sandbox/switches", new { rotateRefreshTokens = true });
        var (_, second) = await RefreshAsync(hubSpot, hubSpot.RefreshToken);
        Assert.NotEqual(hubSpot.RefreshToken, second.Text("refresh_token"));
        var (status, refused) = await RefreshAsync(hubSpot, hubSpot.RefreshToken);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("BAD_REFRESH_TOKEN", refused.Text("status"));
    }

    [Fact]
    public async Task A_revoked_refresh_token_is_refused_and_its_access_token_lives_on()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (revoked, _) = await hubSpot.FormAsync("/oauth/2026-03/token/revoke", [.. Client, ("token", hubSpot.RefreshToken), ("token_type_hint", "refresh_token")]);
        Assert.Equal(HttpStatusCode.NoContent, revoked);
        Assert.Equal("invalid_grant", (await RefreshAsync(hubSpot, hubSpot.RefreshToken)).Body.Text("error"));
        Assert.Equal(HttpStatusCode.OK, (await hubSpot.GetAsync("/crm/v3/owners")).Status);
        await hubSpot.DeleteAsync("/appinstalls/v3/external-install");
        Assert.Equal(HttpStatusCode.Unauthorized, (await hubSpot.GetAsync("/crm/v3/owners")).Status);
    }

    [Fact]
    public async Task Introspection_tells_the_user_and_inactive_for_unknown_tokens()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        var (_, known) = await hubSpot.FormAsync("/oauth/2026-03/token/introspect", [.. Client, ("token", hubSpot.Token), ("token_type_hint", "access_token")]);
        Assert.Equal("maya.okafor@northwind.example", known.Text("user"));
        Assert.Equal("9001001", known.Text("user_id"));
        var (status, unknown) = await hubSpot.FormAsync("/oauth/2026-03/token/introspect", [.. Client, ("token", "nothing")]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("{\"active\":false}", unknown.ToString());
        var (_, old) = await hubSpot.GetAsync($"/oauth/v1/access-tokens/{hubSpot.Token}");
        Assert.Equal("424242", old.Text("hub_id"));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_in_the_form_of_each_version()
    {
        await using var hubSpot = await HubSpotCaller.StartAsync();
        (string, string)[] wrong = [("client_id", "tasklane-sandbox"), ("client_secret", "no"), ("grant_type", "refresh_token"), ("refresh_token", hubSpot.RefreshToken)];
        Assert.Equal("invalid_client", (await hubSpot.FormAsync("/oauth/2026-03/token", wrong)).Body.Text("error"));
        var (_, v1) = await hubSpot.FormAsync("/oauth/v1/token", wrong);
        Assert.False(v1.Has("error"));
        Assert.Equal("BAD_CLIENT_SECRET", v1.Text("status"));
    }

    private static (string, string)[] Asked() =>
        [("client_id", "tasklane-sandbox"), ("redirect_uri", Callback), ("scope", Scope), ("optional_scope", "tickets"), ("state", "s-1")];

    private static async Task<System.Collections.Specialized.NameValueCollection> DecideAsync(HubSpotCaller hubSpot, params (string, string)[] more)
    {
        using var answer = await hubSpot.FormRawAsync("/oauth/authorize/decision", [.. Asked(), .. more]);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> ExchangeAsync(HubSpotCaller hubSpot, string version, string code, params (string, string)[] more) =>
        hubSpot.FormAsync($"/oauth/{version}/token", [.. Client, ("grant_type", "authorization_code"), ("redirect_uri", Callback), ("code", code), .. more]);

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> RefreshAsync(HubSpotCaller hubSpot, string token) =>
        hubSpot.FormAsync("/oauth/2026-03/token", [.. Client, ("grant_type", "refresh_token"), ("refresh_token", token)]);
}
