using Dashboard.Application.Sync;

namespace Dashboard.Application.Connections;

/// <summary>How far the reading of a portal is.</summary>
/// <param name="Read">Tasks stored so far.</param>
/// <param name="Total">Tasks the portal said it has; null until known.</param>
/// <param name="PerSecond">Average since the sync began; null until something was read.</param>
/// <param name="TimeLeft">Null while it cannot be told.</param>
public sealed record SyncProgress(SyncPhase Phase, int Read, int? Total, double? PerSecond, TimeSpan? TimeLeft, DateTimeOffset? LastReadAt)
{
    /// <summary>0 to 100. Not 100 before the sync is complete: tasks may have been made since the count.</summary>
    public int Percent => Phase switch
    {
        SyncPhase.Live => 100,
        _ when Total is > 0 => (int)Math.Clamp(100L * Read / Total.Value, 0, 99),
        _ => 0,
    };

    public static SyncProgress Of(SyncState state, DateTimeOffset now)
    {
        double? rate = state is { Phase: SyncPhase.Reading, StartedAt: { } started, TasksRead: > 0 } && now > started
            ? state.TasksRead / (now - started).TotalSeconds
            : null;
        TimeSpan? left = rate is > 0 && state.TasksTotal is { } total ? TimeSpan.FromSeconds(Math.Max(0, total - state.TasksRead) / rate.Value) : null;
        return new SyncProgress(state.Phase, state.TasksRead, state.TasksTotal, rate, left, state.LastDeltaAt ?? state.FinishedAt);
    }
}
