using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Sandbox.Webhooks;

/// <summary>HubSpot's signatures, version 3 and, beside it as HubSpot sends it too, version 1.</summary>
public static class WebhookSignature
{
    public static string Third(string secret, string uri, string body, long timestamp) => Convert.ToBase64String(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(FormattableString.Invariant($"POST{Decoded(uri)}{body}{timestamp}"))));

    public static string First(string secret, string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret + body)));

    /// <summary>Only these escapes are undone before signing; others stay.</summary>
    private static string Decoded(string uri)
    {
        foreach (var mark in ":/?@!$'()*,;")
        {
            uri = uri.Replace(FormattableString.Invariant($"%{(int)mark:X2}"), mark.ToString(), StringComparison.OrdinalIgnoreCase);
        }

        return uri;
    }
}
