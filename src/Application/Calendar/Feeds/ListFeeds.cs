using Dashboard.Application.Board;
using Dashboard.Application.Board.Views;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>The feeds of a person that still work, and the views a new one can show. Admins see everybody's, to end what should not be.</summary>
public sealed class ListFeeds(IDashboardDbs dbs)
{
    private const int MostOfOthers = 500;

    public async Task<Result<FeedList>> RunAsync(Actor actor, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var members = db.Directory.Members.Where(m => m.WorkspaceId == actor.Workspace);
        var rows = await (
            from feed in db.TaskFeeds.AsNoTracking()
            join member in members on feed.PersonId equals member.PersonId
            join person in db.Directory.People on feed.PersonId equals person.Id
            where feed.RevokedAt == null && feed.CreatedAt >= member.JoinedAt && (feed.PersonId == actor.PersonId || actor.MayAdminister)
            orderby feed.PersonId == actor.PersonId descending, feed.CreatedAt, feed.Id
            select new { feed, person.Name }).Take(MostOfOthers).ToListAsync(ct);
        var views = await db.SavedViews.AsNoTracking().Where(v => v.PersonId == actor.PersonId || v.IsShared).ToListAsync(ct);

        return new FeedList(
            [.. rows.Select(r => Line(r.feed, r.Name, actor, views.Find(v => v.Id == r.feed.ViewId && (r.feed.PersonId == v.PersonId || v.IsShared))))],
            [.. views.OrderBy(v => v.PersonId != actor.PersonId).ThenBy(v => v.Name, StringComparer.CurrentCultureIgnoreCase).Select(v => new FeedView(v.Id, v.Name, v.Layout, v.PersonId == actor.PersonId))],
            await PortalWords.LoadAsync(db, ct));
    }

    private static FeedLine Line(TaskFeed feed, string person, Actor actor, SavedView? view) => new(
        feed.Id, feed.Name, feed.PersonId == actor.PersonId, person, view?.Name, view?.Query ?? feed.Query, feed.Kind, feed.Minutes, feed.AlarmMinutes, feed.WithCompleted,
        feed.TimeZone, feed.CreatedAt, feed.LastReadAt, feed.LastReadBy);
}

/// <param name="Feeds">One's own first.</param>
/// <param name="Views">What a new feed can show.</param>
public sealed record FeedList(IReadOnlyList<FeedLine> Feeds, IReadOnlyList<FeedView> Views, PortalWords Words);

/// <param name="View">Name of the saved view it follows; null when it follows none that the asker can see.</param>
/// <param name="Query">What it shows now.</param>
/// <param name="LastReadBy">A user agent.</param>
public sealed record FeedLine(
    Guid Id, string Name, bool IsMine, string Person, string? View, string Query, FeedKind Kind, int Minutes, int? AlarmMinutes, bool WithCompleted,
    string TimeZone, DateTimeOffset CreatedAt, DateTimeOffset? LastReadAt, string? LastReadBy);

/// <param name="Layout">The page it is a view of.</param>
public sealed record FeedView(Guid Id, string Name, string Layout, bool IsMine);
