using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>Ends an address for good, at once: one's own, or as an admin anybody's. What a calendar has read already stays there until it asks again.</summary>
public sealed class RevokeFeed(IDashboardDbs dbs, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Guid feedId, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        if (await FeedRows.FindAsync(db, actor, feedId, ct) is not { } feed)
        {
            return new Failure.NotFound("This feed");
        }

        feed.RevokedAt = clock.GetUtcNow();
        db.Audit.Add(AuditEntry.By(actor, clock, "feed.revoked", feed.Name));
        await db.SaveChangesAsync(ct);
        return Done.Value;
    }
}
