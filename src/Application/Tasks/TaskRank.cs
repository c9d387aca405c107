namespace Dashboard.Application.Tasks;

/// <summary>
/// Order of cards as one number, the same for everybody and in each grouping: open tasks by due time, closed ones newest first,
/// those without a due time last. Twenty low bits keep tasks of the same instant apart and leave room to put a card between two others.
/// </summary>
public static class TaskRank
{
    private const int LowBits = 20;
    private const long LowMask = (1L << LowBits) - 1;

    /// <summary>Past any due date HubSpot takes (year 2200).</summary>
    private const long NoDueMilliseconds = 7_258_118_400_000;

    public static long Of(DateTimeOffset? due, DateTimeOffset? completedAt, bool isClosed, long taskId)
    {
        var milliseconds = isClosed
            ? -(completedAt ?? due ?? DateTimeOffset.UnixEpoch).ToUnixTimeMilliseconds()
            : Math.Clamp(due?.ToUnixTimeMilliseconds() ?? NoDueMilliseconds, -NoDueMilliseconds, NoDueMilliseconds);

        return (milliseconds << LowBits) | Spread(taskId);
    }

    /// <summary>A rank strictly between the neighbours, or null when they leave no room. A missing neighbour is an open end.</summary>
    public static long? Between(long? before, long? after)
    {
        const long step = 1L << LowBits;
        return (before, after) switch
        {
            (null, null) => 0,
            (null, { } next) => next - step,
            ({ } previous, null) => previous + step,
            ({ } previous, { } next) when next - previous >= 2 => previous + ((next - previous) / 2),
            _ => null,
        };
    }

    /// <summary>Ids come in a row; multiplied by an odd constant they scatter over the low bits.</summary>
    private static long Spread(long taskId) => (long)(((ulong)taskId * 0x9E3779B97F4A7C15UL) >> (64 - LowBits)) & LowMask;
}
