namespace Dashboard.Sandbox.HubSpot.Wire;

/// <summary>
/// Rolling windows per account: ordinary calls in ten seconds, searches in one, apart.
/// See https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
/// </summary>
public sealed class RateLimiter(SandboxClock clock, Switches switches)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(int Hub, bool Search), Queue<long>> windows = [];

    /// <summary>Counts the call; tells whether it may pass and how many are left in the window.</summary>
    public (bool Allowed, int Left) Take(int hubId, bool search)
    {
        var (limit, span) = search ? (switches.SearchesPerSecond, 1000) : (switches.CallsPerTenSeconds, 10_000);
        var now = clock.NowMilliseconds;
        lock (gate)
        {
            if (!windows.TryGetValue((hubId, search), out var window))
            {
                windows[(hubId, search)] = window = new Queue<long>();
            }

            // A clock that was set back must not leave calls of the future in the window for good.
            while (window.TryPeek(out var oldest) && (oldest <= now - span || oldest > now + span))
            {
                window.Dequeue();
            }

            if (!switches.RateLimits)
            {
                return (true, limit);
            }

            if (window.Count >= limit)
            {
                return (false, 0);
            }

            window.Enqueue(now);
            return (true, limit - window.Count);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            windows.Clear();
        }
    }
}
