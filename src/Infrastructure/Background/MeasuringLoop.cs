using Dashboard.Application.Journal;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Background;

/// <summary>Takes every connected workspace's figures every so often: a metric is read more often than it changes.</summary>
public sealed class MeasuringLoop(MeasureWorkspace measure, Measures measures, IDashboardDbs dbs, ILogger<MeasuringLoop> log, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <summary>Looks at all of them once.</summary>
    public async Task TurnAsync(CancellationToken ct)
    {
        List<WorkspaceId> connected;
        await using (var directory = dbs.OpenDirectory())
        {
            connected = await directory.PortalClaims.Select(c => c.WorkspaceId).ToListAsync(ct);
        }

        measures.Keep(connected);
        foreach (var workspace in connected)
        {
            measures.Take(workspace, await measure.RunAsync(workspace, ct));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Every, clock);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken))
            {
                await TryTurnAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task TryTurnAsync(CancellationToken ct)
    {
        try
        {
            await TurnAsync(ct);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            log.LogWarning(broken, "The figures could not be taken this time");
        }
    }
}
