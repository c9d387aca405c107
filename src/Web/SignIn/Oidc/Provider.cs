using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>What a provider's discovery document and key set said, after checking.</summary>
/// <param name="NamesItself">It adds <c>iss</c> to its answers (RFC 9207), so an answer without it is not its own.</param>
/// <param name="TakesBasic">Client authentication by header; else in the form.</param>
internal sealed record Provider(
    string Issuer,
    Uri AuthorizationEndpoint,
    Uri TokenEndpoint,
    Uri? UserInfoEndpoint,
    Uri? EndSessionEndpoint,
    bool NamesItself,
    bool TakesBasic,
    IReadOnlyList<SecurityKey> Keys,
    DateTimeOffset ReadAt)
{
    public bool Knows(string? keyId) => string.IsNullOrEmpty(keyId) || Keys.Any(key => key.KeyId == keyId);
}
