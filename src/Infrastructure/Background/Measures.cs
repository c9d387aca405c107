using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Dashboard.Application.Journal;
using Dashboard.Application.Kernel;

namespace Dashboard.Infrastructure.Background;

/// <summary>
/// The figures of the health page as metrics, summed or at their worst over all workspaces: who reads metrics learns nothing of a workspace.
/// Any OpenTelemetry collector takes them by the meter's name. https://learn.microsoft.com/dotnet/core/diagnostics/metrics
/// </summary>
public sealed class Measures : IDisposable
{
    public const string Name = "Tasklane";

    private readonly Meter meter = new(Name);
    private readonly ConcurrentDictionary<WorkspaceId, WorkspaceFigures> figures = new();

    public Measures(LoopHealth health)
    {
        meter.CreateObservableGauge("tasklane.changes.depth", () => figures.Values.Sum(f => f.Depth), "{change}", "Changes on their way to HubSpot");
        meter.CreateObservableGauge("tasklane.changes.need_somebody", () => figures.Values.Sum(f => f.NeedSomebody), "{change}", "Changes refused, in conflict or to be decided");
        meter.CreateObservableGauge("tasklane.changes.oldest_age", () => Worst(f => f.OldestAge), "s", "Age of the oldest change on its way");
        meter.CreateObservableGauge("tasklane.sync.lag", () => Worst(f => f.SyncLag), "s", "Time since the workspace that waits longest was read to the end");
        meter.CreateObservableGauge("tasklane.webhooks.silence", () => Worst(f => f.WebhookSilence), "s", "Time since the last webhook of the workspace that has waited longest for one");
        meter.CreateObservableGauge("tasklane.hubspot.calls_left", () => figures.Values.Min(f => f.CallsLeft) ?? 0, "{call}", "Calls left in the tightest portal");
        meter.CreateObservableGauge("tasklane.loops.failing", () => health.Loops.Values.Count(loop => loop.FailuresInARow > 0), "{loop}", "Background loops whose last turn failed");
    }

    public void Take(WorkspaceId workspace, WorkspaceFigures measured) => figures[workspace] = measured;

    /// <summary>Workspaces that are gone count no longer.</summary>
    public void Keep(IReadOnlyCollection<WorkspaceId> workspaces)
    {
        foreach (var gone in figures.Keys.Except(workspaces).ToList())
        {
            figures.TryRemove(gone, out _);
        }
    }

    /// <summary>Whether an instrument is one of these: several processes of a test may have the same names.</summary>
    public bool Owns(Instrument instrument) => ReferenceEquals(instrument.Meter, meter);

    public void Dispose() => meter.Dispose();

    private double Worst(Func<WorkspaceFigures, TimeSpan?> age) => figures.Values.Max(f => age(f)?.TotalSeconds) ?? 0;
}
