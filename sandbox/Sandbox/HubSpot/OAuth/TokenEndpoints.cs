using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Sandbox.HubSpot.OAuth;

/// <summary>The app's part of OAuth, https://developers.hubspot.com/docs/api-reference/latest/authentication/oauth-tokens</summary>
public sealed class TokenEndpoints(SandboxWorld world, TokenIssuing issuing)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var version in new[] { "v1", "v3", "2026-03", "2026-09" })
        {
            var v1 = version == "v1";
            routes.MapPost($"/oauth/{version}/token", Locked(v1, (call, form) => issuing.Token(v1, call, form)));
            if (!v1)
            {
                routes.MapPost($"/oauth/{version}/token/introspect", Locked(v1, (_, form) => Client(form) ?? Introspect(form)));
                routes.MapPost($"/oauth/{version}/token/revoke", Locked(v1, (call, form) => Client(form) ?? issuing.Revoke(call, form("token") ?? form("refresh_token"))));
            }
        }

        routes.MapGet("/oauth/v1/access-tokens/{token}", Locked(true, (call, _) => OldInformation((string)call.Request.RouteValues["token"]!)));
        routes.MapGet("/oauth/v1/refresh-tokens/{token}", Locked(true, (call, _) => OldInformation((string)call.Request.RouteValues["token"]!)));
        routes.MapDelete("/oauth/v1/refresh-tokens/{token}", Locked(true, (call, _) => issuing.Revoke(call, (string)call.Request.RouteValues["token"]!)));
    }

    private Answer? Client(Func<string, string?> form) => issuing.RefuseClient(false, form);

    private RequestDelegate Locked(bool v1, Func<HttpContext, Func<string, string?>, Answer> handle) => async http =>
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        string? Value(string name) => Present(form is null ? default : form[name]) ?? (v1 ? Present(http.Request.Query[name]) : null);
        Answer answer;
        lock (world.Gate)
        {
            answer = handle(http, Value);
        }

        http.Response.Headers.CacheControl = "no-store";
        await Gateway.SendAsync(http, answer);
    };

    private static string? Present(StringValues values) => values is [{ Length: > 0 } first, ..] ? first : null;

    private Answer Introspect(Func<string, string?> form)
    {
        var hint = form("token_type_hint");
        var token = form("token") ?? (hint == "refresh_token" ? form("refresh_token") : form("access_token"));
        var (grant, left) = Find(token);
        return grant is null ? OAuthAnswers.Inactive() : OAuthAnswers.Introspection(world.Portal(grant.Portal)!, grant, token!, left, world.Clock.NowMilliseconds);
    }

    private Answer OldInformation(string token)
    {
        var (grant, left) = Find(token);
        return grant is null
            ? Refusals.Error(404, "OBJECT_NOT_FOUND", "The token does not exist or has expired.")
            : OAuthAnswers.OldInformation(world.Portal(grant.Portal)!, grant, token, left);
    }

    private (Grant? Grant, long? SecondsLeft) Find(string? token)
    {
        var now = world.Clock.NowMilliseconds;
        return world.Grants.ByAccessToken(token) is { } access && access.ExpiresAt > now
            ? (access.Grant, (access.ExpiresAt - now) / 1000)
            : (world.Grants.ByRefreshToken(token), null);
    }
}
