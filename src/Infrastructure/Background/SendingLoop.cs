using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Background;

/// <summary>Sends changes as soon as they are stored, and again what had to wait.</summary>
public sealed class SendingLoop(
    ChangeSender sender, ChangeBell bell, IDashboardDbs dbs, Leases leases, BackgroundOptions options, LoopHealth health, ILogger<SendingLoop> log, TimeProvider clock)
    : WorkspaceLoop(Lease.Sending, TimeSpan.FromSeconds(options.SendPollSeconds), bell.Rings, dbs, leases, health, log, clock)
{
    protected override Task WorkAsync(WorkspaceId workspace, CancellationToken ct) => sender.RunAsync(workspace, ct);
}
