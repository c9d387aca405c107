namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>
/// A small OpenID Connect provider for the demo and the tests: no password, four people, and a switch for every mistake a provider can make.
/// </summary>
public static class IdentityProviderEndpoints
{
    /// <summary>
    /// Everything under <c>/idp</c>. Mistakes are ordered with <c>POST /idp/__sandbox/fault/{name}?times=1&amp;value=…</c>
    /// (names in <see cref="TokenFaults"/>, <see cref="TokenEndpoint"/>, <see cref="Provider"/>), keys rotated with
    /// <c>POST /idp/__sandbox/rotate-keys?keepOld=true</c>, everything forgotten with <c>POST /idp/__sandbox/reset</c>;
    /// <c>GET /idp/__sandbox/calls</c> counts the calls per endpoint.
    /// </summary>
    public static IEndpointRouteBuilder MapIdentityProvider(this IEndpointRouteBuilder app, IdentityProviderOptions options, TimeProvider clock)
    {
        var provider = new Provider(options, clock);
        var idp = app.MapGroup("/idp");
        idp.MapGet("/.well-known/openid-configuration", (Delegate)provider.Discovery);
        idp.MapGet("/jwks", provider.JsonWebKeys);
        idp.MapGet("/authorize", (HttpContext context) => AuthorizeEndpoint.Show(context, provider));
        idp.MapPost("/authorize", (Delegate)((HttpContext context) => AuthorizeEndpoint.Answer(context, provider)));
        idp.MapPost("/token", (Delegate)((HttpContext context) => TokenEndpoint.Redeem(context, provider)));
        idp.MapGet("/userinfo", (HttpContext context) => PersonEndpoints.UserInfo(context, provider));
        idp.MapGet("/end-session", (HttpContext context) => PersonEndpoints.EndSession(context, provider));

        // Where a client that follows redirects of the back channel would end up.
        idp.Map("/stolen", () =>
        {
            provider.Hostility.Count("stolen");
            return Results.Json(new System.Text.Json.Nodes.JsonObject { ["keys"] = new System.Text.Json.Nodes.JsonArray(provider.Keys.Foreign.RsaJwk()) });
        });
        idp.MapGet("/elsewhere/openid-configuration", (Delegate)((HttpContext context) =>
        {
            provider.Hostility.Count("stolen");
            return provider.Discovery(context);
        }));
        MapControls(idp.MapGroup("/__sandbox"), provider);
        return app;
    }

    private static void MapControls(RouteGroupBuilder controls, Provider provider)
    {
        controls.MapGet("/calls", () => provider.Hostility.Calls);
        controls.MapPost("/fault/{name}", (string name, int? times, string? value) => provider.Hostility.Arm(name, times ?? 1, value));
        controls.MapPost("/rotate-keys", (bool? keepOld) => provider.Keys.Rotate(keepOld ?? true));
        controls.MapPost("/reset", provider.Hostility.Reset);
    }
}
