using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Application.Sync.Hints;

/// <summary>
/// HubSpot's signature, version 3: HMAC-SHA256 over method, address, body and time. The older ones leave out the address and the time, so they
/// are not taken. https://developers.hubspot.com/docs/apps/legacy-apps/authentication/validating-requests
/// </summary>
public static class WebhookSignature
{
    /// <summary>Both ways: a clock of ours that is behind must not open a longer door.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>The characters whose escapes HubSpot undoes before it signs.</summary>
    private const string Undone = ":/?@!$'()*,;";

    /// <param name="secrets">The app's client secret and, while it is being replaced, the one before. Empty ones sign nothing.</param>
    /// <param name="request">What arrived.</param>
    /// <param name="address">Public scheme, host, path and query, as the app's settings name them: never from the Host header.</param>
    /// <param name="now">Our clock.</param>
    public static bool IsValid(IEnumerable<string?> secrets, SignedRequest request, string address, DateTimeOffset now)
    {
        if (!long.TryParse(request.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
            || Math.Abs((decimal)now.ToUnixTimeMilliseconds() - sent) > (decimal)Window.TotalMilliseconds
            || request.Signature is not { Length: > 0 and < 200 } signature)
        {
            return false;
        }

        var given = new byte[HMACSHA256.HashSizeInBytes];
        if (!Convert.TryFromBase64String(signature, given, out var length) || length != given.Length)
        {
            return false;
        }

        // Every secret is tried, whatever the first says: the time it takes tells nothing.
        var valid = false;
        foreach (var secret in secrets.Where(s => !string.IsNullOrWhiteSpace(s)))
        {
            valid |= CryptographicOperations.FixedTimeEquals(Sign(secret!, request, address), given);
        }

        return valid;
    }

    private static byte[] Sign(string secret, SignedRequest request, string address)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(request.Method + Decoded(address)));
        hmac.AppendData(request.Body.Span);
        hmac.AppendData(Encoding.UTF8.GetBytes(request.Timestamp!));
        return hmac.GetHashAndReset();
    }

    private static string Decoded(string address)
    {
        foreach (var mark in Undone)
        {
            address = address.Replace(FormattableString.Invariant($"%{(int)mark:X2}"), mark.ToString(), StringComparison.OrdinalIgnoreCase);
        }

        return address;
    }
}
