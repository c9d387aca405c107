using System.Collections.Concurrent;

namespace Dashboard.Application.Kernel;

/// <summary>How the background loops of this process are doing, as a whole and for each workspace.</summary>
public sealed class LoopHealth(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, LoopState> loops = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string Loop, WorkspaceId Workspace), LoopRun> runs = new();

    public IReadOnlyDictionary<string, LoopState> Loops => loops;

    public bool IsHealthy => loops.Values.All(l => l.FailuresInARow == 0);

    public void Turned(string loop) => loops[loop] = new LoopState(clock.GetUtcNow(), 0, null);

    public void Failed(string loop, Exception why) => loops.AddOrUpdate(
        loop,
        _ => new LoopState(null, 1, why.GetType().Name),
        (_, before) => before with { FailuresInARow = before.FailuresInARow + 1, LastFailure = why.GetType().Name });

    public void Ran(string loop, WorkspaceId workspace) => runs.AddOrUpdate(
        (loop, workspace),
        _ => new LoopRun(loop, clock.GetUtcNow(), 0, null, null),
        (_, before) => before with { LastRun = clock.GetUtcNow(), FailuresInARow = 0 });

    public void Broke(string loop, WorkspaceId workspace, Exception why) => runs.AddOrUpdate(
        (loop, workspace),
        _ => new LoopRun(loop, null, 1, why.GetType().Name, clock.GetUtcNow()),
        (_, before) => before with { FailuresInARow = before.FailuresInARow + 1, LastFailure = why.GetType().Name, LastFailureAt = clock.GetUtcNow() });

    /// <summary>One line for each loop that has begun, by name. A loop that fails as a whole fails for every workspace.</summary>
    public IReadOnlyList<LoopRun> Of(WorkspaceId workspace) =>
    [
        .. loops.Keys.Union(runs.Keys.Where(key => key.Workspace == workspace).Select(key => key.Loop)).Order(StringComparer.Ordinal).Select(loop =>
        {
            var run = runs.GetValueOrDefault((loop, workspace)) ?? new LoopRun(loop, null, 0, null, null);
            return loops.GetValueOrDefault(loop) is { FailuresInARow: > 0 } broken
                ? run with { FailuresInARow = Math.Max(run.FailuresInARow, broken.FailuresInARow), LastFailure = broken.LastFailure }
                : run;
        }),
    ];
}

/// <param name="LastTurn">When it last went round without an exception.</param>
/// <param name="LastFailure">Type of the last exception; its text may hold what is not for everybody.</param>
public sealed record LoopState(DateTimeOffset? LastTurn, int FailuresInARow, string? LastFailure);

/// <summary>How one loop fares with one workspace since the process started.</summary>
/// <param name="LastRun">When it last came through.</param>
/// <param name="LastFailure">Type of the last exception, kept after it recovered.</param>
public sealed record LoopRun(string Loop, DateTimeOffset? LastRun, int FailuresInARow, string? LastFailure, DateTimeOffset? LastFailureAt);
