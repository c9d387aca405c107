using Dashboard.Application.Changes.Undoing;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Background;

/// <summary>Once a day, and a while after the start: what is too old to be taken back is forgotten.</summary>
public sealed class ForgettingLoop(ForgetValues forget, IDashboardDbs dbs, LoopHealth health, ILogger<ForgettingLoop> log, TimeProvider clock) : BackgroundService
{
    private const string Name = "tidying";

    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = AfterStart;
        while (true)
        {
            try
            {
                await Task.Delay(pause, clock, stoppingToken);
                pause = Daily;
                await TurnAsync(stoppingToken);
                health.Turned(Name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                health.Failed(Name, broken);
                log.LogError(broken, "The {Loop} loop failed and starts again", Name);
                pause = AfterStart;
            }
        }
    }

    private async Task TurnAsync(CancellationToken ct)
    {
        await using var directory = dbs.OpenDirectory();
        foreach (var workspace in await directory.Workspaces.Select(w => w.Id).ToListAsync(ct))
        {
            await forget.RunAsync(workspace, ct);
        }
    }
}
