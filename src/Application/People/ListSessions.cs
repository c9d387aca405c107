using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.People;

/// <summary>Where a person is signed in, the most recently used first.</summary>
public sealed class ListSessions(IDashboardDbs databases, TimeProvider time)
{
    /// <param name="person">Whose sessions.</param>
    /// <param name="current">Key hash of the session that asks.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<SessionRow>> RunAsync(Person person, string current, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = databases.OpenDirectory();
        return await db.Sessions.AsNoTracking()
            .Where(session => session.PersonId == person.Id && session.IdleUntil > now && session.EndsAt > now)
            .OrderByDescending(session => session.LastSeenAt)
            .Select(session => new SessionRow(session.KeyHash, session.Browser, session.StartedAt, session.LastSeenAt, session.KeyHash == current))
            .ToListAsync(ct);
    }
}

/// <param name="KeyHash">Names the session; opens nothing.</param>
/// <param name="Browser">User agent as the browser sent it: hostile text.</param>
public sealed record SessionRow(string KeyHash, string? Browser, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool IsThis);
