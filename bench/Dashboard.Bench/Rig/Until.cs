using System.Diagnostics;

namespace Dashboard.Bench.Rig;

/// <summary>Waits for something outside this process, with a deadline.</summary>
internal static class Until
{
    /// <returns>The instant at which it was first seen to hold (<see cref="DateTimeOffset.UtcNow"/>).</returns>
    public static async Task<DateTimeOffset> HoldsAsync(Func<Task<bool>> condition, TimeSpan within, TimeSpan? between = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > within)
            {
                throw new TimeoutException($"Waited {within} in vain.");
            }

            await Task.Delay(between ?? TimeSpan.FromMilliseconds(100));
        }

        return DateTimeOffset.UtcNow;
    }
}
