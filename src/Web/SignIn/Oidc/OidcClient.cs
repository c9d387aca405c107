using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Dashboard.Application.Kernel;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>What a code was exchanged for. Stays on the server.</summary>
internal sealed record Tokens(string IdToken, string AccessToken);

/// <summary>Who signed in, as the provider vouches for them.</summary>
internal sealed record Identity(string Issuer, string Subject, string? Name, string? Email, bool EmailVerified, string? ProviderSession);

/// <summary>Exchanges a code for a checked identity.</summary>
internal sealed class OidcClient(IdTokenCheck check)
{
    public async Task<Result<(Identity Identity, string IdToken)>> RedeemAsync(
        string code, SignInState state, Provider provider, OidcOptions options, CancellationToken ct)
    {
        var tokens = await ExchangeAsync(code, state, provider, options, ct);
        if (!tokens.Ok)
        {
            return tokens.Failure;
        }

        var claims = await check.CheckAsync(tokens.Value, state.Nonce, provider, options, ct);
        if (!claims.Ok)
        {
            return claims.Failure;
        }

        var described = await DescribeAsync(claims.Value, tokens.Value.AccessToken, provider, options, ct);
        return described.Ok
            ? (new Identity(
                provider.Issuer, claims.Value.Text("sub")!, described.Value.Text("name") ?? described.Value.Text("preferred_username"),
                described.Value.Text("email"), IsTrue(described.Value, "email_verified"), claims.Value.Text("sid")), tokens.Value.IdToken)
            : described.Failure;
    }

    /// <summary>One try: a code works once, and a second sending would make a careful provider take the tokens back.</summary>
    private static async Task<Result<Tokens>> ExchangeAsync(string code, SignInState state, Provider provider, OidcOptions options, CancellationToken ct)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = state.RedirectUri,
            ["code_verifier"] = state.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        if (provider.TakesBasic)
        {
            // Both halves are form-encoded first: https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
            var pair = $"{Uri.EscapeDataString(options.ClientId!)}:{Uri.EscapeDataString(options.ClientSecret!)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        else
        {
            form["client_id"] = options.ClientId!;
            form["client_secret"] = options.ClientSecret!;
        }

        request.Content = new FormUrlEncodedContent(form);
        var answer = await options.AskAsync(request, "token endpoint", ct);
        if (!answer.Ok)
        {
            return answer.Failure;
        }

        return answer.Value.Text("id_token") is { Length: > 0 } idToken && answer.Value.Text("access_token") is { Length: > 0 } accessToken
            && string.Equals(answer.Value.Text("token_type"), "Bearer", StringComparison.OrdinalIgnoreCase)
            ? new Tokens(idToken, accessToken)
            : SignInFailure.NotAccepted("The token endpoint did not answer with an id_token and a bearer token.");
    }

    /// <summary>Some providers keep name and e-mail address out of the id_token. Userinfo of somebody else must not be mixed in.</summary>
    private static async Task<Result<JsonElement>> DescribeAsync(
        JsonElement claims, string accessToken, Provider provider, OidcOptions options, CancellationToken ct)
    {
        if (!options.GetClaimsFromUserInfoEndpoint || provider.UserInfoEndpoint is null || (claims.Text("name") is not null && claims.Text("email") is not null))
        {
            return claims;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, provider.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        var answer = await options.AskAsync(request, "userinfo endpoint", ct);
        return !answer.Ok || answer.Value.Text("sub") == claims.Text("sub")
            ? answer
            : SignInFailure.NotAccepted("The userinfo endpoint described somebody else.");
    }

    private static bool IsTrue(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.ValueEquals("true")));
}
