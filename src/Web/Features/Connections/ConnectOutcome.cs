using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Dashboard.Web.Features.Connections;

/// <summary>
/// Carries a sentence from HubSpot's redirect to the page that shows it. Protected, because what stands in an address anybody may have
/// written; for a few minutes, because it is about what just happened. Every replica can read it.
/// </summary>
public sealed class ConnectOutcome(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("connect.outcome").ToTimeLimitedDataProtector();

    public string Write(string sentence) => protector.Protect(sentence, Life);

    /// <summary>Null when the text is missing, too old or not ours.</summary>
    public string? Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
