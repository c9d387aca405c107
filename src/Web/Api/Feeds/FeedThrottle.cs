using System.Net;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell.Safety;

namespace Dashboard.Web.Api.Feeds;

/// <summary>How often a feed may be read, and how often one address may ask for any: so many per minute, per process.</summary>
internal sealed class FeedThrottle(TimeProvider clock)
{
    /// <summary>Programs ask every few minutes at most; several devices of one person share a feed.</summary>
    public const int PerFeed = 30;

    /// <summary>Google and Microsoft ask for the feeds of many people from one address.</summary>
    public const int PerAddress = 300;

    private readonly RateWindow window = new(clock);

    /// <summary>Zero when it may be answered, else how long to stay away.</summary>
    public TimeSpan Wait(string secret, IPAddress? address)
    {
        var network = window.Wait($"ip:{RateWindow.Network(address)}", PerAddress);

        // By the hash: a dump of the memory holds no secrets for a minute either.
        return network > TimeSpan.Zero ? network : window.Wait($"feed:{SecretToken.Hash(secret)}", PerFeed);
    }
}
