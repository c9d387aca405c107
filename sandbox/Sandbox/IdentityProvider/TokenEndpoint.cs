using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>https://openid.net/specs/openid-connect-core-1_0.html#TokenEndpoint</summary>
internal static class TokenEndpoint
{
    public static async Task<IResult> Redeem(HttpContext context, Provider provider)
    {
        provider.Hostility.Count("token");
        if (await Fault(context, provider.Hostility) is { } fault)
        {
            return fault;
        }

        var form = await context.Request.ReadFormAsync();
        if (!Authenticated(context.Request, form, provider))
        {
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        }

        var grant = form["grant_type"] == "authorization_code" ? provider.Grants.Redeem(form["code"].ToString(), provider.Options.CodeLifetime) : null;
        if (grant is null || grant.RedirectUri != form["redirect_uri"] || !Matches(grant.Challenge, form["code_verifier"].ToString()))
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(Tokens(context.Request, provider, grant));
    }

    private static JsonObject Tokens(HttpRequest request, Provider provider, Grant grant)
    {
        var accessToken = provider.Grants.NewAccessToken(grant.Person, provider.Options.TokenLifetime);
        var idToken = new IdToken(
            new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = provider.Keys.Current.Id }, Claims(provider.Issuer(request), provider, grant, accessToken));
        var answer = new JsonObject
        {
            ["token_type"] = provider.Hostility.Take("token-type", out var type) ? type : "Bearer",
            ["expires_in"] = (int)provider.Options.TokenLifetime.TotalSeconds,
            ["access_token"] = accessToken,
            ["id_token"] = TokenFaults.Sign(idToken, provider.Keys, provider.Hostility),
        };
        foreach (var name in new[] { "access_token", "id_token", "token_type" })
        {
            if (provider.Hostility.Take($"without-{name}"))
            {
                answer.Remove(name);
            }
        }

        return answer;
    }

    /// <summary>https://openid.net/specs/openid-connect-core-1_0.html#IDToken</summary>
    private static JsonObject Claims(string issuer, Provider provider, Grant grant, string accessToken)
    {
        var now = provider.Clock.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = issuer,
            ["sub"] = grant.Person.Subject,
            ["aud"] = grant.ClientId,
            ["exp"] = (now + provider.Options.TokenLifetime).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["auth_time"] = grant.At.ToUnixTimeSeconds(),
            ["nonce"] = grant.Nonce,
            ["at_hash"] = IdToken.HashOf(accessToken),
            ["sid"] = grant.Session,
        };
        if (!provider.Hostility.Take("thin-id-token"))
        {
            claims["name"] = grant.Person.Name;
            claims["email"] = grant.Person.Email;
            claims["email_verified"] = true;
        }

        return claims;
    }

    private static bool Authenticated(HttpRequest request, IFormCollection form, Provider provider)
    {
        var expected = $"{provider.Options.ClientId}:{provider.Options.ClientSecret}";
        if (request.Headers.Authorization.ToString() is { Length: > 0 } header)
        {
            provider.Hostility.Count("token-basic");
            return header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
                && Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':') is [var id, var secret]
                && $"{Uri.UnescapeDataString(id)}:{Uri.UnescapeDataString(secret)}" == expected;
        }

        provider.Hostility.Count("token-post");
        return $"{form["client_id"]}:{form["client_secret"]}" == expected;
    }

    private static bool Matches(string challenge, string verifier) =>
        verifier.Length is >= 43 and <= 128 && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge;

    private static async Task<IResult?> Fault(HttpContext context, Hostility hostility)
    {
        if (hostility.Take("token-slow"))
        {
            await Task.Delay(TimeSpan.FromSeconds(60), context.RequestAborted);
        }

        if (hostility.Take("token-status", out var status))
        {
            return Results.Json(new { error = "temporarily_unavailable" }, statusCode: int.Parse(status!, null));
        }

        if (hostility.Take("token-html"))
        {
            return Results.Content("<html><body>Bad gateway</body></html>", "text/html");
        }

        if (hostility.Take("token-empty"))
        {
            return Results.Text("", "application/json");
        }

        if (hostility.Take("token-large"))
        {
            return Results.Text($$"""{"padding":"{{new string('x', 70 * 1024)}}"}""", "application/json");
        }

        return hostility.Take("token-redirect") ? Results.Redirect("/idp/stolen", permanent: false, preserveMethod: true) : null;
    }
}
