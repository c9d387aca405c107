using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Background;

/// <summary>Sends changes as soon as they are stored, and again what had to wait.</summary>
public sealed class SendingLoop(
    ChangeSender sender, ChangeBell bell, IDashboardDbs dbs, BackgroundOptions options, LoopHealth health, ILogger<SendingLoop> log, TimeProvider clock)
    : WorkspaceLoop("sending", TimeSpan.FromSeconds(options.SendPollSeconds), bell.Rings, dbs, health, log, clock)
{
    protected override Task WorkAsync(WorkspaceId workspace, CancellationToken ct) => sender.RunAsync(workspace, ct);
}
