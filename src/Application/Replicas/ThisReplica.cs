using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Replicas;

/// <summary>
/// This process among its equals. No two clocks are ever compared: the others watch our beat on their own monotonic clock, and we know on
/// ours how long ago we last gave one.
/// </summary>
public sealed class ThisReplica(IDashboardDbs dbs, ReplicaOptions options, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile ReplicaLife? life;

    /// <summary>Names this process in what it tells the others.</summary>
    public Guid Process { get; } = Guid.CreateVersion7();

    public ReplicaLife? Life => life;

    /// <summary>A life nobody can have declared ended yet.</summary>
    public async Task<ReplicaLife> AliveAsync(CancellationToken ct) => life is { } known && IsFresh(known) ? known : await BeatAsync(ct);

    /// <summary>
    /// Whether no other replica can have taken over from this life. A fifth of the lease is kept back for what is done on the strength of it.
    /// </summary>
    public bool IsFresh(ReplicaLife some) => ReferenceEquals(some, life) && clock.GetElapsedTime(some.BeatenAt) < options.Lease * 0.8;

    /// <summary>Gives a sign of life. Who was declared dead meanwhile begins a new one, and holds nothing any more.</summary>
    public async Task<ReplicaLife> BeatAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            // Taken before asking: the others see the beat later than that, never earlier.
            var asked = clock.GetTimestamp();
            await using var directory = dbs.OpenDirectory();
            if (life is { } known && await directory.Replicas.Where(r => r.Id == known.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Beat, r => r.Beat + 1), ct) == 1)
            {
                known.BeatenAt = asked;
                return known;
            }

            var born = new ReplicaLife(Guid.CreateVersion7()) { BeatenAt = asked };
            directory.Replicas.Add(new LiveReplica { Id = born.Id, Machine = Environment.MachineName, StartedAt = clock.GetUtcNow() });
            await directory.SaveChangesAsync(ct);
            return life = born;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Ends in good order: all that was held is free at once.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        if (life is { } ended)
        {
            life = null;
            await using var directory = dbs.OpenDirectory();
            await directory.Replicas.Where(r => r.Id == ended.Id).ExecuteDeleteAsync(ct);
        }
    }
}
