using System.Net;
using Dashboard.Web.Shell.Safety;

namespace Dashboard.Web.SignIn;

/// <summary>How often one address may start or finish a sign-in, and one account may be signed in: so many per minute, per process.</summary>
public sealed class SignInThrottle(TimeProvider clock)
{
    /// <summary>An office behind one address signs in at nine o'clock: generous, yet far from guessing speed.</summary>
    public const int PerAddress = 120;

    public const int PerAccount = 20;

    private readonly RateWindow window = new(clock);

    public bool Allows(IPAddress? address) => window.Wait($"ip:{RateWindow.Network(address)}", PerAddress) == TimeSpan.Zero;

    public bool AllowsAccount(string issuer, string subject) => window.Wait($"account:{issuer} {subject}", PerAccount) == TimeSpan.Zero;
}
