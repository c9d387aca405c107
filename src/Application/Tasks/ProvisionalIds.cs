namespace Dashboard.Application.Tasks;

/// <summary>
/// Ids of tasks made here that HubSpot has not named yet: negative, so that none of them can be HubSpot's, and small enough for a browser's numbers.
/// </summary>
public static class ProvisionalIds
{
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static long last;

    /// <summary>Another one each time in this process; two processes meet only within the same quarter of a microsecond, and then the key of the table refuses the second.</summary>
    public static long Next(TimeProvider clock)
    {
        while (true)
        {
            var seen = Interlocked.Read(ref last);
            var wanted = Math.Max(seen + 1, ((long)(clock.GetUtcNow() - Beginning).TotalMilliseconds << 12) | (uint)Random.Shared.Next(1 << 12));
            if (Interlocked.CompareExchange(ref last, wanted, seen) == seen)
            {
                return -wanted;
            }
        }
    }

    public static bool Is(long taskId) => taskId < 0;
}
