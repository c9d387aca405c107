using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Events;

namespace Dashboard.Sandbox.HubSpot.OAuth;

/// <summary>Gives out, renews and ends tokens. Called under the world's lock.</summary>
public sealed class TokenIssuing(SandboxWorld world, SandboxOptions options, Switches switches)
{
    private const long CodeLifetime = 5 * 60_000;

    public Answer Token(bool v1, HttpContext http, Func<string, string?> form) => RefuseClient(v1, form) ?? form("grant_type") switch
    {
        "authorization_code" => Exchange(v1, http, form),
        "refresh_token" => Refresh(v1, http, form),
        null => OAuthAnswers.Refused(v1, "invalid_request", "MISSING_GRANT_TYPE", "missing or unknown grant type"),
        _ => OAuthAnswers.Refused(v1, "unsupported_grant_type", "BAD_GRANT_TYPE", "missing or unknown grant type"),
    };

    public Answer? RefuseClient(bool v1, Func<string, string?> form)
    {
        if (form("client_id") is not { } id)
        {
            return OAuthAnswers.Refused(v1, "invalid_request", "MISSING_CLIENT_ID", "missing or invalid client id");
        }

        if (id != options.ClientId)
        {
            return OAuthAnswers.Refused(v1, "invalid_client", "BAD_CLIENT_ID", "missing or invalid client id");
        }

        return form("client_secret") == options.ClientSecret
            ? null
            : OAuthAnswers.Refused(v1, "invalid_client", "BAD_CLIENT_SECRET", "missing or invalid client secret");
    }

    /// <summary>A grant without a browser, for tests and scripts.</summary>
    public (Grant Grant, string AccessToken) Give(int hubId, long userId, IReadOnlyList<string> scopes, string method, string path)
    {
        var (refresh, access, now) = (Secrets.RefreshToken(), Secrets.AccessToken(), world.Clock.NowMilliseconds);
        world.Commit(new GrantMade(options.ClientId, userId, scopes, refresh, access, now + (switches.AccessTokenSeconds * 1000L)) { Portal = hubId, At = now, Method = method, Path = path });
        return (world.Grants.ByRefreshToken(refresh)!, access);
    }

    /// <summary>Ends the refresh token; access tokens already given out live on, as at HubSpot.</summary>
    public Answer Revoke(HttpContext http, string? refreshToken)
    {
        if (world.Grants.ByRefreshToken(refreshToken) is { } grant)
        {
            world.Commit(new GrantRevoked(grant.RefreshToken) { Portal = grant.Portal, At = world.Clock.NowMilliseconds, Method = http.Request.Method, Path = Pathless(http) });
        }

        return Answer.NoContent;
    }

    private Answer Exchange(bool v1, HttpContext http, Func<string, string?> form)
    {
        var now = world.Clock.NowMilliseconds;
        if (world.Grants.Code(form("code")) is not { } code || code.ClientId != options.ClientId || now - code.At > CodeLifetime)
        {
            return OAuthAnswers.Refused(v1, "invalid_grant", "BAD_AUTH_CODE", "missing or unknown auth code");
        }

        if (form("redirect_uri") != code.RedirectUri)
        {
            return OAuthAnswers.Refused(v1, "invalid_grant", "MISMATCH_REDIRECT_URI_AUTH_CODE", "redirect uri does not match the one of the auth code");
        }

        world.Commit(new CodeSpent(code.Code) { Portal = code.Portal, At = now, Method = http.Request.Method, Path = Pathless(http) });
        if (code.Challenge is not null && !Secrets.Proves(form("code_verifier"), code.Challenge, code.ChallengeMethod))
        {
            return OAuthAnswers.Refused(v1, "invalid_grant", "BAD_CODE_VERIFIER", "code verifier does not match the code challenge");
        }

        var (grant, access) = Give(code.Portal, code.UserId, code.Scopes, http.Request.Method, Pathless(http));
        return OAuthAnswers.Tokens(v1, grant, access, switches.AccessTokenSeconds);
    }

    private Answer Refresh(bool v1, HttpContext http, Func<string, string?> form)
    {
        if (world.Grants.ByRefreshToken(form("refresh_token")) is not { } grant)
        {
            return OAuthAnswers.Refused(v1, "invalid_grant", "BAD_REFRESH_TOKEN", "refresh token is invalid, expired or revoked");
        }

        var (access, now) = (Secrets.AccessToken(), world.Clock.NowMilliseconds);
        world.Commit(new TokenRefreshed(grant.RefreshToken, switches.RotateRefreshTokens ? Secrets.RefreshToken() : grant.RefreshToken, access, now + (switches.AccessTokenSeconds * 1000L))
        {
            Portal = grant.Portal, At = now, Method = http.Request.Method, Path = Pathless(http),
        });
        return OAuthAnswers.Tokens(v1, grant, access, switches.AccessTokenSeconds);
    }

    /// <summary>The route, so that no token of a v1 address gets into the ledger.</summary>
    private static string Pathless(HttpContext http) => http.GetEndpoint() is RouteEndpoint route ? route.RoutePattern.RawText! : http.Request.Path.Value!;
}
