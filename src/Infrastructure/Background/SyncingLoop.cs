using System.Collections.Concurrent;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.Application.Sync;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Background;

/// <summary>Keeps the index of each workspace fresh. A portal that does not answer is asked less often.</summary>
public sealed class SyncingLoop(
    SyncWorkspace sync, SyncBell bell, IDashboardDbs dbs, Leases leases, BackgroundOptions options, LoopHealth health, ILogger<SyncingLoop> log, TimeProvider clock)
    : WorkspaceLoop(Lease.Syncing, TimeSpan.FromSeconds(options.PollSeconds), bell.Rings, dbs, leases, health, log, clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<WorkspaceId, (int Failures, DateTimeOffset NotBefore)> waiting = new();

    protected override void Rung(WorkspaceId workspace) => waiting.TryRemove(workspace, out _);

    protected override async Task WorkAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var (failures, notBefore) = waiting.GetValueOrDefault(workspace);
        if (notBefore > Clock.GetUtcNow())
        {
            return;
        }

        var outcome = await sync.RunAsync(workspace, ct);
        if (outcome.Failure is Failure.Unavailable unavailable)
        {
            var wait = unavailable.RetryAfter ?? TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, options.PollSeconds * Math.Pow(2, Math.Min(failures, 10))));
            waiting[workspace] = (failures + 1, Clock.GetUtcNow() + wait);
            log.LogWarning("Reading from HubSpot waits for {Wait}: {Why}", wait, unavailable.Sentence);
        }
        else
        {
            waiting.TryRemove(workspace, out _);
        }
    }
}
