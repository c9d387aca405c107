using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>What a person agreed to at the sign-in page, until the code is redeemed.</summary>
internal sealed record Grant(
    DemoPerson Person, string ClientId, string RedirectUri, string? Nonce, string Challenge, string Session, DateTimeOffset At);

/// <summary>Codes and access tokens given out. Codes work once.</summary>
internal sealed class Grants(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Grant> codes = new();
    private readonly ConcurrentDictionary<string, (DemoPerson Person, DateTimeOffset Until)> accessTokens = new();

    public string NewCode(Grant grant)
    {
        var code = Secret();
        codes[code] = grant;
        return code;
    }

    public Grant? Redeem(string code, TimeSpan lifetime) =>
        codes.TryRemove(code, out var grant) && grant.At + lifetime >= clock.GetUtcNow() ? grant : null;

    public string NewAccessToken(DemoPerson person, TimeSpan lifetime)
    {
        var token = Secret();
        accessTokens[token] = (person, clock.GetUtcNow() + lifetime);
        return token;
    }

    public DemoPerson? Holder(string accessToken) =>
        accessTokens.TryGetValue(accessToken, out var held) && held.Until >= clock.GetUtcNow() ? held.Person : null;

    public static string Secret() => RandomNumberGenerator.GetHexString(48, lowercase: true);
}
