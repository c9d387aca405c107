using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>Gives one's own feed another secret, for when the address was lost or seen by somebody: the one before stops working at once.</summary>
public sealed class RenewFeed(IDashboardDbs dbs, TimeProvider clock)
{
    public async Task<Result<NewFeed>> RunAsync(Actor actor, Guid feedId, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        if (await FeedRows.FindAsync(db, actor, feedId, ct) is not { } feed || feed.PersonId != actor.PersonId)
        {
            return new Failure.NotFound("This feed");
        }

        var secret = SecretToken.New();
        (feed.SecretHash, feed.LastReadAt, feed.LastReadBy) = (SecretToken.Hash(secret), null, null);
        db.Audit.Add(AuditEntry.By(actor, clock, "feed.renewed", feed.Name));
        await db.SaveChangesAsync(ct);
        return new NewFeed(feed.Id, feed.Name, feed.Kind, secret);
    }
}
