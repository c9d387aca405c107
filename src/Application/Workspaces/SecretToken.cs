using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Application.Workspaces;

/// <summary>Random values that open a door once. Only their hash is stored, so a copy of the database opens nothing.</summary>
public static class SecretToken
{
    /// <summary>256 random bits as 43 characters that are safe in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 as lower-case hex. Whatever comes from an address may be hashed; long input is nobody's token.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
