using Dashboard.Sandbox.World.Events;

namespace Dashboard.Sandbox.World;

/// <summary>One installation of the app in one account.</summary>
public sealed class Grant(string clientId, int portal, long userId, IReadOnlyList<string> scopes, string refreshToken)
{
    public string ClientId { get; } = clientId;

    public int Portal { get; } = portal;

    public long UserId { get; } = userId;

    public IReadOnlyList<string> Scopes { get; } = scopes;

    public string RefreshToken { get; set; } = refreshToken;

    /// <summary>The refresh token no longer works; access tokens already given out live on until they expire, as at HubSpot.</summary>
    public bool Revoked { get; set; }

    /// <summary>Nothing of this installation works any more.</summary>
    public bool Uninstalled { get; set; }
}

public sealed record AccessToken(string Token, Grant Grant, long ExpiresAt);

/// <summary>Codes and tokens. Guarded by the world's lock.</summary>
public sealed class Grants
{
    private readonly Dictionary<string, CodeIssued> codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> spent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grant> byRefreshToken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessToken> accessTokens = new(StringComparer.Ordinal);
    private readonly List<Grant> grants = [];

    public IReadOnlyList<Grant> All => grants;

    public CodeIssued? Code(string? code) => code is not null && !spent.Contains(code) ? codes.GetValueOrDefault(code) : null;

    public Grant? ByRefreshToken(string? token) => token is null ? null : byRefreshToken.GetValueOrDefault(token) is { Revoked: false, Uninstalled: false } grant ? grant : null;

    public AccessToken? ByAccessToken(string? token) => token is null ? null : accessTokens.GetValueOrDefault(token) is { Grant.Uninstalled: false } found ? found : null;

    public void Apply(WorldEvent happened)
    {
        switch (happened)
        {
            case CodeIssued issued:
                codes[issued.Code] = issued;
                break;
            case CodeSpent used:
                spent.Add(used.Code);
                break;
            case GrantMade made:
                var grant = new Grant(made.ClientId, made.Portal, made.UserId, made.Scopes, made.RefreshToken);
                grants.Add(grant);
                byRefreshToken[made.RefreshToken] = grant;
                accessTokens[made.AccessToken] = new AccessToken(made.AccessToken, grant, made.ExpiresAt);
                break;
            case TokenRefreshed refreshed when byRefreshToken.Remove(refreshed.Replaced, out var renewed):
                renewed.RefreshToken = refreshed.RefreshToken;
                byRefreshToken[refreshed.RefreshToken] = renewed;
                accessTokens[refreshed.AccessToken] = new AccessToken(refreshed.AccessToken, renewed, refreshed.ExpiresAt);
                break;
            case GrantRevoked revoked when byRefreshToken.TryGetValue(revoked.RefreshToken, out var ended):
                ended.Revoked = true;
                break;
            case AppUninstalled gone:
                grants.Where(installed => installed.Portal == gone.Portal && installed.ClientId == gone.ClientId).ToList().ForEach(installed => installed.Uninstalled = true);
                break;
            default:
                break;
        }
    }
}
