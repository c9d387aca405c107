using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.SignIn.Sessions;

/// <summary>The 256 random bits in a session cookie. The database only ever sees their hash, so a copy of it opens no session.</summary>
internal static class SessionKey
{
    private const int TextLength = 43;

    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static bool LooksRight(string? key) => key?.Length == TextLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>SHA-256 as lower-case hex.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
