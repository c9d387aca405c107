using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>What a feed says now: the tasks of its query that are due from 60 days back to 400 days ahead, as a calendar. Never asks HubSpot.</summary>
public sealed class ReadFeed(IDashboardDbs dbs, TimeProvider clock)
{
    /// <summary>About a megabyte, which is what calendars take of an address.</summary>
    public const int MostTasks = 2_000;

    private const int DaysBack = 60;
    private const int DaysAhead = 400;

    /// <param name="found">As <see cref="FindFeed"/> gave it.</param>
    /// <param name="query">What <see cref="FoundFeed.Query"/> says.</param>
    /// <param name="board">Address of the workspace's board, for links to tasks.</param>
    /// <returns>RFC 5545 text. It changes only when what it tells of does, so that its hash can stand for it.</returns>
    public async Task<string> RunAsync(Actor actor, FoundFeed found, BoardQuery query, string board, CancellationToken ct)
    {
        var feed = found.Feed;
        // Only a filter by weeks asks when weeks begin.
        var habits = query.Due is null ? Habits.Usual : (await new ShowSettings(dbs).RunAsync(actor.PersonId, ct)).Habits;
        var days = new DueBuckets(clock.GetUtcNow(), new OwnTime(TimeZoneInfo.TryFindSystemTimeZoneById(feed.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc, habits));
        await using var db = dbs.Open(actor.Workspace);
        var words = await PortalWords.LoadAsync(db, ct);
        var rows = Rows(new BoardScope(actor, query, days, words).Filtered(db), feed, days);

        var tasks = await NearestAsync(rows, days.StartOf(days.Today), ct);
        var total = tasks.Count < MostTasks ? tasks.Count : await rows.CountAsync(ct);
        var names = await RecordNames.OfAsync(db, [.. tasks.Select(t => t.Id)], ct);
        return new FeedCalendar(feed, days, words, board).Write(tasks, names, total);
    }

    private static IQueryable<CrmTask> Rows(IQueryable<CrmTask> filtered, TaskFeed feed, DueBuckets days)
    {
        var (from, to) = (days.StartOf(days.Today.AddDays(-DaysBack)), days.StartOf(days.Today.AddDays(DaysAhead + 1)));

        // A task that HubSpot has not named yet would come back under another id, as a second entry.
        var rows = filtered.Where(t => t.Due >= from && t.Due < to && t.Id > 0);
        return feed.WithCompleted ? rows : rows.Where(t => !t.IsClosed);
    }

    /// <summary>When there are too many, what lies ahead comes first, then what is past, the latest first.</summary>
    private static async Task<List<FeedTask>> NearestAsync(IQueryable<CrmTask> rows, DateTimeOffset today, CancellationToken ct)
    {
        var ahead = await Short(rows.Where(t => t.Due >= today).OrderBy(t => t.Due).ThenBy(t => t.Id).Take(MostTasks)).ToListAsync(ct);
        var before = ahead.Count == MostTasks
            ? []
            : await Short(rows.Where(t => t.Due < today).OrderByDescending(t => t.Due).ThenByDescending(t => t.Id).Take(MostTasks - ahead.Count)).ToListAsync(ct);
        before.Reverse();
        return [.. before, .. ahead];
    }

    private static IQueryable<FeedTask> Short(IQueryable<CrmTask> rows) => rows.Select(t => new FeedTask(
        t.Id, t.Subject.Substring(0, FeedTask.LongestSubject), t.Due!.Value, t.IsClosed, t.CompletedAt, t.Status, t.Type, t.Priority, t.OwnerId, t.RemoteCreatedAt, t.RemoteUpdatedAt));
}

/// <summary>What an entry says of a task.</summary>
internal sealed record FeedTask(
    long Id, string Subject, DateTimeOffset Due, bool IsClosed, DateTimeOffset? CompletedAt, string? Status, string? Type, string? Priority, long? OwnerId,
    DateTimeOffset CreatedAt, DateTimeOffset ModifiedAt)
{
    /// <summary>A subject may hold 64 KiB; a calendar shows a line.</summary>
    public const int LongestSubject = 300;
}
