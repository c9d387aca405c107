using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.Application.Sync.Hints;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Background;

/// <summary>Follows webhooks as soon as they are stored, and again what had to wait. Beside the sync, so that a long reading does not hold them up.</summary>
public sealed class HintLoop(
    FollowHints follow, HintBell bell, IDashboardDbs dbs, Leases leases, BackgroundOptions options, LoopHealth health, ILogger<HintLoop> log, TimeProvider clock)
    : WorkspaceLoop(Lease.Following, TimeSpan.FromSeconds(options.PollSeconds), bell.Rings, dbs, leases, health, log, clock)
{
    protected override async Task WorkAsync(WorkspaceId workspace, CancellationToken ct)
    {
        if ((await follow.RunAsync(workspace, ct)).Failure is { } failure and not Failure.NotConnected)
        {
            log.LogWarning("Webhooks wait to be followed: {Why}", failure.Sentence);
        }
    }
}
