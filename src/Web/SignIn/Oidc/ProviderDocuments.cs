using System.Text.Json;
using Dashboard.Application.Kernel;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>
/// Reads a provider's discovery document and key set. The document must name the configured issuer byte for byte: whoever can put another
/// document there must not become the provider. https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation
/// </summary>
internal static class ProviderDocuments
{
    public static async Task<Result<Provider>> ReadAsync(OidcOptions options, TimeProvider clock, CancellationToken ct)
    {
        var issuer = options.Authority!;
        if (Endpoint($"{issuer.TrimEnd('/')}/.well-known/openid-configuration", options) is not { } address)
        {
            return SignInFailure.Unavailable("The configured issuer is not https.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var document = await options.AskAsync(request, "discovery document", ct);
        if (!document.Ok)
        {
            return document.Failure;
        }

        var json = document.Value;
        if (json.Text("issuer") != issuer)
        {
            return SignInFailure.Unavailable("The discovery document names another issuer than the configured one.");
        }

        if (!options.AllowProviderWithoutS256 && !json.Lists("code_challenge_methods_supported", "S256"))
        {
            return SignInFailure.Unavailable("The provider does not list PKCE S256; Oidc:AllowProviderWithoutS256 accepts it all the same.");
        }

        return await WithKeysAsync(json, issuer, options, clock, ct);
    }

    private static async Task<Result<Provider>> WithKeysAsync(JsonElement json, string issuer, OidcOptions options, TimeProvider clock, CancellationToken ct)
    {
        if (Endpoint(json.Text("authorization_endpoint"), options) is not { } authorize
            || Endpoint(json.Text("token_endpoint"), options) is not { } token
            || Endpoint(json.Text("jwks_uri"), options) is not { } jwks)
        {
            return SignInFailure.Unavailable("The discovery document lacks an endpoint or names one that is not https.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, jwks);
        var keys = await options.AskAsync(request, "key set", ct);
        if (!keys.Ok)
        {
            return keys.Failure;
        }

        var usable = Keys(keys.Value);
        return usable.Count == 0
            ? SignInFailure.Unavailable("The provider's key set has no key that may be used.")
            : new Provider(
                issuer, authorize, token,
                Endpoint(json.Text("userinfo_endpoint"), options), Endpoint(json.Text("end_session_endpoint"), options),
                json.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind == JsonValueKind.True,
                !json.TryGetProperty("token_endpoint_auth_methods_supported", out _) || json.Lists("token_endpoint_auth_methods_supported", "client_secret_basic"),
                usable, clock.GetUtcNow());
    }

    /// <summary>Public RSA keys of 2048 bits and more and EC keys on P-256, for signing. Everything else in the set is left alone.</summary>
    private static List<SecurityKey> Keys(JsonElement json)
    {
        JsonWebKeySet set;
        try
        {
            set = new JsonWebKeySet(json.GetRawText());
        }
        catch (Exception fault) when (fault is ArgumentException or JsonException)
        {
            return [];
        }

        return [.. set.Keys.Where(key => key.Use is null or "" or "sig")
            .Where(key => (key.Kty == "RSA" && key.KeySize >= 2048) || (key is { Kty: "EC", Crv: "P-256" }))];
    }

    private static Uri? Endpoint(string? address, OidcOptions options) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || (!options.RequireHttpsMetadata && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : null;
}
