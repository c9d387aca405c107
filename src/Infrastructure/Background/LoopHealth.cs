using System.Collections.Concurrent;

namespace Dashboard.Infrastructure.Background;

/// <summary>How the background loops of this process are doing, for the health endpoint.</summary>
public sealed class LoopHealth(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, LoopState> loops = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, LoopState> Loops => loops;

    public bool IsHealthy => loops.Values.All(l => l.FailuresInARow == 0);

    public void Turned(string loop) => loops[loop] = new LoopState(clock.GetUtcNow(), 0, null);

    public void Failed(string loop, Exception why) => loops.AddOrUpdate(
        loop,
        _ => new LoopState(null, 1, why.GetType().Name),
        (_, before) => before with { FailuresInARow = before.FailuresInARow + 1, LastFailure = why.GetType().Name });
}

/// <param name="LastTurn">When it last went round without an exception.</param>
/// <param name="LastFailure">Type of the last exception; its text may hold what is not for everybody.</param>
public sealed record LoopState(DateTimeOffset? LastTurn, int FailuresInARow, string? LastFailure);
