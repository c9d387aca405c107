using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>What a sign-in needs to remember while the person is away. Travels through their browser encrypted; only the database can spend it.</summary>
/// <param name="Id">256 bits; the row in SignInAttempts is kept under its hash, and its beginning names the correlation cookie.</param>
/// <param name="Verifier">PKCE secret: never in clear outside this process.</param>
internal sealed record SignInState(string Id, string Nonce, string Verifier, string ReturnPath, string RedirectUri, string Issuer)
{
    public static string Random256() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>State after signing out at the provider: where to go, nothing secret.</summary>
internal sealed record SignedOutState(string ReturnPath);

/// <summary>Encrypts what goes through the browser, under a purpose of its own for each scheme and use.</summary>
internal sealed class StateProtector<T>(IDataProtectionProvider protection, string scheme, TimeProvider clock)
    where T : class
{
    /// <summary>A provider may echo at most what it was sent; ours is far below.</summary>
    private const int Longest = 4 * 1024;

    private readonly IDataProtector protector = protection.CreateProtector("Dashboard.SignIn", scheme, typeof(T).Name);

    private sealed record Dated(T Content, DateTimeOffset Until);

    public string Protect(T content, TimeSpan lifetime) =>
        WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Dated(content, clock.GetUtcNow() + lifetime))));

    /// <summary>Null for anything that was not protected here for this use, or too long ago.</summary>
    public T? Unprotect(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > Longest)
        {
            return null;
        }

        try
        {
            var dated = JsonSerializer.Deserialize<Dated>(protector.Unprotect(WebEncoders.Base64UrlDecode(text)));
            return dated is not null && dated.Until > clock.GetUtcNow() ? dated.Content : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
