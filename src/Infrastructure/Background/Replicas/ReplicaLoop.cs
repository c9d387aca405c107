using Dashboard.Application.Replicas;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Background.Replicas;

/// <summary>Keeps this replica alive among the others, and in the know. Leaves after the loops have stopped, so that its leases are free at once.</summary>
public sealed class ReplicaLoop(
    ThisReplica me, OtherReplicas others, SharedFeed feed, FeedReader reader, ReplicaOptions options, ILogger<ReplicaLoop> log, TimeProvider clock) : BackgroundService
{
    /// <summary>By then the others have looked around too.</summary>
    private const int LooksUntilKnown = 4;

    private readonly List<FeedEntry> unstored = [];
    private int looks;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await feed.StoreAsync(unstored, cancellationToken);
            await me.LeaveAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            log.LogWarning(broken, "This replica could not take its leave; the others notice that it is gone after {Lease}", options.Lease);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(
            AgainAndAgainAsync(LookAroundAsync, TimeSpan.FromSeconds(options.FeedPollSeconds), stoppingToken),
            AgainAndAgainAsync(ct => feed.StoreNextAsync(unstored, ct), TimeSpan.Zero, stoppingToken));
    }

    private async Task LookAroundAsync(CancellationToken ct)
    {
        var before = me.Life;
        if (before is null || clock.GetElapsedTime(before.BeatenAt) > options.Lease / 3)
        {
            await me.BeatAsync(ct);
        }

        var left = await others.LookAsync(ct);
        await reader.ReadAsync(ct);
        if (left || (before is not null && before != me.Life) || ++looks == LooksUntilKnown)
        {
            // Somebody may have died before saying what was done, or we were away for long; and the others may have kept quiet before they saw us.
            feed.ReadAgain();
        }
    }

    private async Task AgainAndAgainAsync(Func<CancellationToken, Task> step, TimeSpan pause, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await step(ct);
                await Task.Delay(pause, clock, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                log.LogError(broken, "Keeping up with the other replicas failed; it is tried again");
                await Task.Delay(TimeSpan.FromSeconds(1), clock, CancellationToken.None);
            }
        }
    }
}
