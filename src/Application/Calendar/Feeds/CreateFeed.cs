using Dashboard.Application.Board.Views;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>Makes a calendar address. Reading is all it can do, so a viewer may have one too.</summary>
public sealed class CreateFeed(IDashboardDbs dbs, TimeProvider clock)
{
    /// <summary>Of one person in one workspace.</summary>
    public const int MostFeeds = 20;

    private const int ShortestMinutes = 5;
    private const int LongestMinutes = 24 * 60;
    private const int LongestAlarm = 7 * 24 * 60;

    /// <returns><see cref="Failure.Unfit"/> names the field: <c>name</c>, <c>view</c>, <c>minutes</c> or <c>alarm</c>.</returns>
    public async Task<Result<NewFeed>> RunAsync(Actor actor, FeedToMake wanted, CancellationToken ct)
    {
        if (Refuse(wanted) is { } refused)
        {
            return refused;
        }

        await using var db = dbs.Open(actor.Workspace);
        if (await db.TaskFeeds.CountAsync(f => f.PersonId == actor.PersonId && f.RevokedAt == null, ct) >= MostFeeds)
        {
            return Failure.Unfit.One("name", $"You already have {MostFeeds} calendar feeds here. Revoke one first.");
        }

        var query = wanted.ViewId is { } view ? await FeedRows.QueryOfAsync(db, actor.PersonId, view, ct) : wanted.Query.TrimStart('?');
        if (query is null)
        {
            return Failure.Unfit.One("view", "This view is no longer there. Choose another one.");
        }

        var secret = SecretToken.New();
        var feed = Of(actor, wanted, query, SecretToken.Hash(secret));
        db.TaskFeeds.Add(feed);
        db.Audit.Add(AuditEntry.By(actor, clock, "feed.created", feed.Name));
        await db.SaveChangesAsync(ct);
        return new NewFeed(feed.Id, feed.Name, feed.Kind, secret);
    }

    private TaskFeed Of(Actor actor, FeedToMake wanted, string query, string hash) => new()
    {
        WorkspaceId = actor.Workspace,
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        PersonId = actor.PersonId,
        Name = wanted.Name.Trim(),
        SecretHash = hash,
        ViewId = wanted.ViewId,
        Query = query,
        Kind = wanted.Kind,
        Minutes = wanted.Minutes,
        AlarmMinutes = wanted.AlarmMinutes,
        WithCompleted = wanted.WithCompleted,
        TimeZone = wanted.TimeZone,
        CreatedAt = clock.GetUtcNow(),
    };

    private static Failure? Refuse(FeedToMake wanted) =>
        string.IsNullOrWhiteSpace(wanted.Name) ? Failure.Unfit.One("name", "Give the feed a name.")
        : wanted.Name.Trim().Length > TaskFeed.LongestName ? Failure.Unfit.One("name", $"A name has at most {TaskFeed.LongestName} characters.")
        : wanted.Query.Length > SavedView.LongestQuery ? Failure.Unfit.One("view", "This view has too many filters for a feed.")
        : wanted.Minutes is < ShortestMinutes or > LongestMinutes ? Failure.Unfit.One("minutes", $"An event lasts from {ShortestMinutes} minutes to a day.")
        : wanted.AlarmMinutes is < 0 or > LongestAlarm ? Failure.Unfit.One("alarm", "A reminder comes at most a week before.")
        : !Enum.IsDefined(wanted.Kind) ? new Failure.Invalid("kind", "A feed holds events or to-dos.")
        : wanted.TimeZone.Length > TaskFeed.LongestZone || !TimeZoneInfo.TryFindSystemTimeZoneById(wanted.TimeZone, out _) ? new Failure.Invalid("zone", "This time zone is not known here.")
        : null;
}
