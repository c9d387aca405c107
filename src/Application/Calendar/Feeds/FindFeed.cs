using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>
/// From the secret of an address to the member it reads as, asked of the membership table each time. Unknown, malformed, revoked, and of somebody
/// who is no member any more (or left and came back): all take the same one question and give the same answer.
/// </summary>
public sealed class FindFeed(IDashboardDbs dbs, TimeProvider clock)
{
    /// <summary>Notes of a reading are for people: programs that ask every few seconds need not write each time.</summary>
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(1);

    /// <param name="secret">What stood in the address.</param>
    /// <param name="program">The user agent that asks.</param>
    public async Task<Result<FoundFeed>> RunAsync(string secret, string? program, CancellationToken ct)
    {
        var hash = SecretToken.Hash(secret);
        FoundFeed? found;
        await using (var directory = dbs.OpenDirectory())
        {
            found = await (
                from feed in directory.FeedsEverywhere.AsNoTracking()
                where feed.SecretHash == hash && feed.RevokedAt == null
                join member in directory.Members on new { feed.WorkspaceId, feed.PersonId } equals new { member.WorkspaceId, member.PersonId }
                where feed.CreatedAt >= member.JoinedAt
                join person in directory.People on feed.PersonId equals person.Id
                join workspace in directory.Workspaces on feed.WorkspaceId equals workspace.Id
                select new FoundFeed(feed, new Actor(feed.WorkspaceId, feed.PersonId, person.Name, member.Role, member.OwnerId), workspace.Slug, feed.Query)).SingleOrDefaultAsync(ct);
        }

        return found is null ? new Failure.NotFound("This feed") : await WithViewAsync(found, program, ct);
    }

    private async Task<FoundFeed> WithViewAsync(FoundFeed found, string? program, CancellationToken ct)
    {
        await using var db = dbs.Open(found.Actor.Workspace);
        await NoteAsync(db, found.Feed, program, ct);
        var ofView = found.Feed.ViewId is { } view ? await FeedRows.QueryOfAsync(db, found.Feed.PersonId, view, ct) : null;
        return found with { Query = ofView ?? found.Query };
    }

    private async Task NoteAsync(IDashboardDb db, TaskFeed seen, string? program, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var by = program is { Length: > TaskFeed.LongestProgram } ? program[..TaskFeed.LongestProgram] : program;
        if (seen.LastReadAt > now - BetweenNotes && seen.LastReadBy == by)
        {
            return;
        }

        try
        {
            db.TaskFeeds.Attach(seen);
            (seen.LastReadAt, seen.LastReadBy) = (now, by);
            await db.SaveChangesAsync(ct);
        }
        catch (NotSavedException)
        {
            // A busy database is no reason to keep somebody's day from them.
        }
    }
}

/// <param name="Query">What it shows now, as the query of an address.</param>
public sealed record FoundFeed(TaskFeed Feed, Actor Actor, string Slug, string Query);
