using System.Collections;
using System.Diagnostics;
using System.Text.Json;

namespace Dashboard.EndToEndTests.Support;

/// <summary>Waits for a condition outside the browser, with a deadline. The only place that lets time pass.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>The first value that fits.</returns>
    /// <exception cref="TimeoutException">Says what was waited for and what was seen last.</exception>
    public static async Task<T> BecomesAsync<T>(Func<Task<T>> look, Func<T, bool> fits, string what, TimeSpan? within = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (fits(seen))
            {
                return seen;
            }

            if (Stopwatch.GetElapsedTime(started) > (within ?? Patience))
            {
                throw new TimeoutException($"Waited in vain for {what}. Seen last: {Words(seen)}");
            }

            await Task.Delay(50);
        }
    }

    private static string Words<T>(T seen) => seen is string or not IEnumerable ? $"{seen}" : JsonSerializer.Serialize(seen, JsonSerializerOptions.Web);

    public static Task HoldsAsync(Func<Task<bool>> condition, string what, TimeSpan? within = null) =>
        BecomesAsync(condition, holds => holds, what, within);
}
