using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Infrastructure.Background.Replicas;

/// <summary>
/// The other replicas as this one sees them. One that gives no beat for a whole lease by our own monotonic clock is struck off, which frees
/// its leases; if it was only held up, it finds that out at its next beat.
/// </summary>
public sealed class OtherReplicas(IDashboardDbs dbs, ThisReplica me, ReplicaOptions options, TimeProvider clock)
{
    private readonly Dictionary<Guid, (long Beat, long Since)> seen = [];

    public bool Any { get; private set; }

    /// <summary>Looks at all of them once.</summary>
    /// <returns>Whether one that was there is no more: it may have left things unsaid.</returns>
    public async Task<bool> LookAsync(CancellationToken ct)
    {
        await using var directory = dbs.OpenDirectory();
        var there = await directory.Replicas.AsNoTracking().Select(r => new { r.Id, r.Beat }).ToListAsync(ct);
        there.RemoveAll(r => r.Id == me.Life?.Id);
        var gone = seen.Keys.Except(there.Select(r => r.Id)).ToList();
        gone.ForEach(id => seen.Remove(id));
        foreach (var replica in there)
        {
            if (!seen.TryGetValue(replica.Id, out var known) || known.Beat != replica.Beat)
            {
                seen[replica.Id] = (replica.Beat, clock.GetTimestamp());
            }
            else if (clock.GetElapsedTime(known.Since) > options.Lease)
            {
                await directory.Replicas.Where(r => r.Id == replica.Id && r.Beat == known.Beat).ExecuteDeleteAsync(ct);
            }
        }

        Any = there.Count > 0;
        return gone.Count > 0;
    }
}
