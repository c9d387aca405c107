using System.Diagnostics;

namespace Dashboard.Faults;

/// <summary>Waits for a condition with a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <exception cref="TimeoutException">Says what was waited for.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, TimeSpan within)
    {
        for (var started = Stopwatch.GetTimestamp(); !await condition(); await Task.Delay(BetweenLooks))
        {
            if (Stopwatch.GetElapsedTime(started) > within)
            {
                throw new TimeoutException($"Waited in vain for {what}.");
            }
        }
    }
}
