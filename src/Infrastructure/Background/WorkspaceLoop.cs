using System.Threading.Channels;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Background;

/// <summary>
/// A loop over all connected workspaces: at once when a bell rings, and every so often because a ring can be lost. Of several replicas one
/// works on a workspace, the one that holds the lease of the loop's name. An exception that escapes does not end it: it starts again, later
/// each time, and shows in <see cref="LoopHealth"/>.
/// </summary>
public abstract class WorkspaceLoop : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly string name;
    private readonly TimeSpan every;
    private readonly ChannelReader<WorkspaceId> rings;
    private readonly IDashboardDbs dbs;
    private readonly Leases leases;
    private readonly LoopHealth health;
    private readonly ILogger log;
    private readonly WorkspaceRuns runs;

    protected WorkspaceLoop(string name, TimeSpan every, ChannelReader<WorkspaceId> rings, IDashboardDbs dbs, Leases leases, LoopHealth health, ILogger log, TimeProvider clock)
    {
        (this.name, this.every, this.rings, this.dbs, this.leases, this.health, this.log, Clock) = (name, every, rings, dbs, leases, health, log, clock);
        runs = new WorkspaceRuns(WorkAndTellAsync, log);
    }

    protected TimeProvider Clock { get; }

    protected abstract Task WorkAsync(WorkspaceId workspace, CancellationToken ct);

    /// <summary>Somebody rang for the workspace: what held it up before may be over.</summary>
    protected virtual void Rung(WorkspaceId workspace)
    {
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Let the host finish starting; the first turn may meet a busy database.
        await Task.Yield();
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TurnAsync(stoppingToken);
                failures = 0;
                health.Turned(name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception broken)
            {
                failures++;
                health.Failed(name, broken);
                log.LogError(broken, "The {Loop} loop failed and starts again", name);
                await PauseAsync(failures, stoppingToken);
            }
        }

        await runs.DrainAsync();
    }

    /// <summary>Everybody once, then whoever rings until it is time for everybody again.</summary>
    private async Task TurnAsync(CancellationToken ct)
    {
        foreach (var workspace in await ConnectedAsync(ct))
        {
            runs.Start(workspace, ct);
        }

        using var pause = new CancellationTokenSource(every, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, ct);
        try
        {
            while (await rings.WaitToReadAsync(either.Token))
            {
                while (rings.TryRead(out var rung))
                {
                    Rung(rung);
                    runs.Start(rung, ct);
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Time for everybody.
        }
    }

    private async Task WorkAndTellAsync(WorkspaceId workspace, CancellationToken ct)
    {
        try
        {
            if (await leases.TakeAsync(workspace, name, ct) is { } fence)
            {
                await WorkBehindAsync(fence, workspace, ct);
            }

            health.Ran(name, workspace);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            health.Broke(name, workspace, broken);
            throw;
        }
    }

    private async Task WorkBehindAsync(Fence fence, WorkspaceId workspace, CancellationToken ct)
    {
        Fence.Enter(fence);
        try
        {
            await WorkAsync(workspace, ct);
        }
        catch (LeaseLostException lost)
        {
            leases.Forget(fence);
            log.LogWarning("{Why}", lost.Message);
        }
    }

    private async Task<List<WorkspaceId>> ConnectedAsync(CancellationToken ct)
    {
        await using var directory = dbs.OpenDirectory();
        return await directory.PortalClaims.Select(c => c.WorkspaceId).ToListAsync(ct);
    }

    private async Task PauseAsync(int failures, CancellationToken ct)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(failures, 10) - 1)));
        try
        {
            await Task.Delay(pause, Clock, ct);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
