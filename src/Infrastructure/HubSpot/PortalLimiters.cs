using System.Collections.Concurrent;

namespace Dashboard.Infrastructure.HubSpot;

/// <summary>The limiters of all portals of this process.</summary>
public sealed class PortalLimiters(HubSpotOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, PortalLimiter> byHub = new();

    public PortalLimiter Of(long hubId) => byHub.GetOrAdd(hubId, _ => new PortalLimiter(options, clock));
}
