using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Dashboard.Web.Shell.Safety;

/// <summary>How often something may be done under a key: so many times a minute, per process.</summary>
public sealed class RateWindow(TimeProvider clock)
{
    private const int MostKeys = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Tally> tallies = new();

    /// <summary>Counts once; zero when it may be done now, else how long until it may be again.</summary>
    public TimeSpan Wait(string key, int limit)
    {
        var now = clock.GetUtcNow();
        if (tallies.Count > MostKeys)
        {
            foreach (var old in tallies.Where(t => t.Value.Since + Window <= now))
            {
                tallies.TryRemove(old);
            }
        }

        var tally = tallies.AddOrUpdate(
            key, _ => new Tally(now, 1), (_, before) => before.Since + Window <= now ? new Tally(now, 1) : before with { Count = before.Count + 1 });
        return tally.Count <= limit ? TimeSpan.Zero : tally.Since + Window - now;
    }

    /// <summary>Who asks, as far as an address tells: a household or office has a whole /64 of IPv6 addresses.</summary>
    public static string Network(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private readonly record struct Tally(DateTimeOffset Since, int Count);
}
