using System.Text.Json.Nodes;

namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>The demo sign-in provider's state and what its endpoints share.</summary>
internal sealed class Provider(IdentityProviderOptions options, TimeProvider clock)
{
    public IdentityProviderOptions Options => options;

    public TimeProvider Clock => clock;

    public SigningKeys Keys { get; } = new();

    public Grants Grants { get; } = new(clock);

    public Hostility Hostility { get; } = new();

    public string Issuer(HttpRequest request) => options.Issuer ?? $"{request.Scheme}://{request.Host}/idp";

    /// <summary>https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata</summary>
    public async Task<IResult> Discovery(HttpContext context)
    {
        Hostility.Count("discovery");
        if (Hostility.Take("discovery-500"))
        {
            return Results.Text("out of order", statusCode: 500);
        }

        if (Hostility.Take("discovery-html"))
        {
            return Results.Content("<html><body>Maintenance</body></html>", "text/html");
        }

        if (Hostility.Take("discovery-redirect"))
        {
            return Results.Redirect($"{Issuer(context.Request)}/elsewhere/openid-configuration");
        }

        if (Hostility.Take("discovery-slow"))
        {
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        }

        return Results.Json(Metadata(Issuer(context.Request)));
    }

    public IResult JsonWebKeys()
    {
        Hostility.Count("jwks");
        return Hostility.Take("jwks-500") ? Results.Text("out of order", statusCode: 500) : Results.Json(Keys.Document());
    }

    private JsonObject Metadata(string issuer)
    {
        var methods = Hostility.Take("discovery-auth", out var only) ? [only] : new JsonArray("client_secret_basic", "client_secret_post");
        var document = new JsonObject
        {
            ["issuer"] = Hostility.Take("discovery-issuer", out var other) ? other : issuer,
            ["authorization_endpoint"] = Hostility.Take("discovery-authorize", out var authorize) ? authorize : $"{issuer}/authorize",
            ["token_endpoint"] = Hostility.Take("discovery-token", out var token) ? token : $"{issuer}/token",
            ["userinfo_endpoint"] = $"{issuer}/userinfo",
            ["end_session_endpoint"] = $"{issuer}/end-session",
            ["jwks_uri"] = Hostility.Take("discovery-jwks", out var jwks) ? jwks : $"{issuer}/jwks",
            ["response_types_supported"] = new JsonArray("code"),
            ["response_modes_supported"] = new JsonArray("query"),
            ["grant_types_supported"] = new JsonArray("authorization_code"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256", "PS256", "ES256"),
            ["scopes_supported"] = new JsonArray("openid", "profile", "email"),
            ["token_endpoint_auth_methods_supported"] = methods,
            ["code_challenge_methods_supported"] = Hostility.Take("discovery-no-s256") ? new JsonArray("plain") : new JsonArray("S256"),
            ["authorization_response_iss_parameter_supported"] = !Hostility.Take("discovery-no-iss-parameter"),
        };
        return document;
    }
}
