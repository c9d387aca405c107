using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Dashboard.Web.SignIn;

/// <summary>How often one address may start or finish a sign-in, and one account may be signed in: so many per minute, per process.</summary>
public sealed class SignInThrottle(TimeProvider clock)
{
    /// <summary>An office behind one address signs in at nine o'clock: generous, yet far from guessing speed.</summary>
    public const int PerAddress = 120;

    public const int PerAccount = 20;

    private const int MostKeys = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Tally> tallies = new();

    public bool Allows(IPAddress? address) => Allows($"ip:{Network(address)}", PerAddress);

    public bool AllowsAccount(string issuer, string subject) => Allows($"account:{issuer} {subject}", PerAccount);

    private bool Allows(string key, int limit)
    {
        var now = clock.GetUtcNow();
        if (tallies.Count > MostKeys)
        {
            foreach (var old in tallies.Where(t => t.Value.Since + Window <= now))
            {
                tallies.TryRemove(old);
            }
        }

        return tallies.AddOrUpdate(
            key, _ => new Tally(now, 1), (_, tally) => tally.Since + Window <= now ? new Tally(now, 1) : tally with { Count = tally.Count + 1 }).Count <= limit;
    }

    /// <summary>A household or office has a whole /64 of IPv6 addresses.</summary>
    private static string Network(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private readonly record struct Tally(DateTimeOffset Since, int Count);
}
