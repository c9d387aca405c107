using Dashboard.Application.Kernel;

namespace Dashboard.Web.Live;

/// <summary>How soon a page follows what happens in its workspace.</summary>
/// <param name="First">From the first signal to the reading.</param>
/// <param name="Between">From one reading to the next while signals go on.</param>
/// <param name="Follows">Which signals matter to the page.</param>
/// <param name="Ages">Words such as "overdue" follow the clock without any signal: read again once in this time.</param>
internal sealed record LivePace(Func<TimeSpan> First, Func<TimeSpan> Between, Func<WorkspaceSignal, bool> Follows, TimeSpan? Ages = null)
{
    private static readonly TimeSpan WhileReading = TimeSpan.FromSeconds(1);

    /// <summary>For pages that show neither progress nor cards under a hand.</summary>
    public static readonly LivePace Calm = new(
        () => TimeSpan.FromMilliseconds(60), () => TimeSpan.FromMilliseconds(500), signal => signal is WorkspaceSignal.TasksChanged or WorkspaceSignal.ConnectionChanged);

    /// <summary>For pages of tasks: as soon as signals pause, but once a second while HubSpot is being read, for then they never stop.</summary>
    public static LivePace Quick(TimeSpan gather, Func<bool> isReading)
    {
        TimeSpan Pause() => isReading() ? WhileReading : gather;
        return new(Pause, Pause, _ => true, TimeSpan.FromMinutes(1));
    }
}
