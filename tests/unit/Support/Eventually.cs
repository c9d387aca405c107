using System.Diagnostics;

namespace Dashboard.UnitTests.Support;

/// <summary>Waits for a condition with a deadline.</summary>
public static class Eventually
{
    public static Task TrueAsync(Func<bool> condition, TimeSpan? within = null) => TrueAsync(() => Task.FromResult(condition()), within);

    /// <exception cref="TimeoutException">It did not come true in time (10 s when not said).</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan? within = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (within ?? TimeSpan.FromSeconds(10)))
            {
                throw new TimeoutException("The condition did not come true.");
            }

            await Task.Delay(20);
        }
    }
}
