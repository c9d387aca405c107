using System.Security.Claims;
using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.SignIn;

/// <summary>
/// From a principal to who may act. Asked before every use case: session and membership are read from the database each time, so that ending either
/// works at once, on every replica.
/// </summary>
public sealed class Actors(IDashboardDbs dbs, TimeProvider clock)
{
    /// <summary>Null when the session ended, the workspace does not exist or the person is no member: the three look alike.</summary>
    public async Task<Actor?> FindAsync(ClaimsPrincipal person, string workspaceSlug, CancellationToken ct)
    {
        if (person.PersonId() is not { } id || person.SessionHash() is not { } hash)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await using var db = dbs.OpenDirectory();
        var found = await (
            from session in db.Sessions
            where session.KeyHash == hash && session.PersonId == id && session.IdleUntil > now && session.EndsAt > now
            join who in db.People on session.PersonId equals who.Id
            join member in db.Members on who.Id equals member.PersonId
            join workspace in db.Workspaces on member.WorkspaceId equals workspace.Id
            where workspace.Slug == workspaceSlug
            select new { workspace.Id, who.Name, member.Role, member.OwnerId }).SingleOrDefaultAsync(ct);
        return found is null ? null : new Actor(found.Id, id, found.Name, found.Role, found.OwnerId);
    }

    /// <summary>The signed-in person, for what belongs to no workspace yet; null when the session ended.</summary>
    public async Task<Person?> PersonAsync(ClaimsPrincipal person, CancellationToken ct)
    {
        if (person.PersonId() is not { } id || person.SessionHash() is not { } hash)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await using var db = dbs.OpenDirectory();
        return await db.People.AsNoTracking().SingleOrDefaultAsync(
            p => p.Id == id && db.Sessions.Any(s => s.KeyHash == hash && s.PersonId == id && s.IdleUntil > now && s.EndsAt > now), ct);
    }
}
