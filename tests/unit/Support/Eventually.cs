using System.Diagnostics;

namespace Dashboard.UnitTests.Support;

/// <summary>Waits for a condition with a deadline, which is for the broken case only: it is generous, for the machine may be busy.</summary>
public static class Eventually
{
    public static Task TrueAsync(Func<bool> condition, TimeSpan? within = null) => TrueAsync(() => Task.FromResult(condition()), within ?? TimeSpan.FromSeconds(30));

    public static Task TrueAsync(Func<Task<bool>> condition, double seconds = 30) => TrueAsync(condition, TimeSpan.FromSeconds(seconds));

    /// <exception cref="TimeoutException">It did not come true in time.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan within)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > within)
            {
                throw new TimeoutException("The condition did not come true.");
            }

            await Task.Delay(10);
        }
    }
}
