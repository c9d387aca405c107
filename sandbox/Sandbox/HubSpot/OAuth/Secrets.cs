using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Sandbox.HubSpot.OAuth;

/// <summary>Random tokens in HubSpot's shapes; access tokens are long on purpose.</summary>
public static class Secrets
{
    public static string Code() => $"na1-{Guid.NewGuid():D}";

    public static string RefreshToken() => $"na1-{Guid.NewGuid():D}";

    public static string AccessToken() => "CM" + Base64Url(RandomNumberGenerator.GetBytes(231));

    public static bool Proves(string? verifier, string challenge, string? method) => verifier is not null
        && (method == "S256" ? Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) : verifier) == challenge;

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
