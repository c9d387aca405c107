using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Hints;

/// <summary>
/// Stores what a webhook said before HubSpot is told that it arrived. The same event again, in this or in another replica, is kept once: the
/// index over the hash decides.
/// </summary>
public sealed class TakeHints(IDashboardDbs dbs, HintBell bell, IWorkspaceFeed feed, WebhookTally tally, TimeProvider clock)
{
    /// <summary>Another replica may store the same events at the same moment; then they are there when looked for again.</summary>
    private const int Rounds = 3;

    /// <returns>How many events were new.</returns>
    /// <exception cref="NotSavedException">Nothing was stored.</exception>
    public async Task<int> RunAsync(IReadOnlyList<WebhookEvent> events, CancellationToken ct)
    {
        var portals = events.Select(e => e.PortalId).Distinct().ToList();
        Dictionary<long, WorkspaceId> claims;
        await using (var directory = dbs.OpenDirectory())
        {
            claims = await directory.PortalClaims.AsNoTracking().Where(c => portals.Contains(c.HubId)).ToDictionaryAsync(c => c.HubId, c => c.WorkspaceId, ct);
        }

        tally.Drop(events.Count(e => !claims.ContainsKey(e.PortalId)));
        var stored = 0;
        foreach (var mine in events.Where(e => claims.ContainsKey(e.PortalId)).GroupBy(e => claims[e.PortalId]))
        {
            stored += await InsistAsync(mine.Key, [.. mine.DistinctBy(e => e.Hash)], ct);
            bell.Ring(mine.Key);
            feed.Publish(new WorkspaceSignal.WebhooksCame(mine.Key));
        }

        tally.Took();
        return stored;
    }

    private async Task<int> InsistAsync(WorkspaceId workspace, List<WebhookEvent> events, CancellationToken ct)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                return await dbs.StoreAsync(workspace, db => StoreAsync(db, events, ct), ct);
            }
            catch (DbUpdateException) when (round < Rounds)
            {
                // The unique index met a row that was not there when we looked.
            }
        }
    }

    private async Task<int> StoreAsync(IDashboardDb db, List<WebhookEvent> events, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.SyncStates.FirstOrDefaultAsync(ct) is not { } state)
        {
            // Disconnected a moment ago.
            return 0;
        }

        var hashes = events.ConvertAll(e => e.Hash);
        var known = (await db.WebhookHints.Where(h => hashes.Contains(h.Hash)).Select(h => h.Hash).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var fresh = events.Where(e => !known.Contains(e.Hash)).Select(e => new WebhookHint
        {
            WorkspaceId = db.Workspace,
            ObjectType = e.ObjectType,
            ObjectId = e.ObjectId,
            Kind = e.Kind,
            OccurredAt = e.OccurredAt,
            Hash = e.Hash,
            ReceivedAt = now,
        }).ToList();
        await db.InsertAsync(fresh, ct);
        state.LastHintAt = now;
        return fresh.Count;
    }
}
