using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.SignIn.Sessions;

/// <summary>
/// Sessions in the database, so that ending one works on every replica. A session lives 30 minutes from its last use and 12 hours in all;
/// both are decided here, not by the cookie.
/// </summary>
internal sealed class SessionStore(IDashboardDbs dbs, SessionWatch watch, TimeProvider clock)
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Use is written down at most this often: a row write per request would be waste.</summary>
    private static readonly TimeSpan BetweenTouches = TimeSpan.FromMinutes(1);

    public async Task BeginAsync(string keyHash, Guid person, byte[] ticket, string? providerSession, string? browser, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = dbs.OpenDirectory();
        await db.Sessions.Where(s => s.EndsAt <= now || s.IdleUntil <= now).ExecuteDeleteAsync(ct);
        db.Sessions.Add(new Session
        {
            KeyHash = keyHash,
            PersonId = person,
            Ticket = ticket,
            ProviderSession = providerSession is { Length: <= 255 } ? providerSession : null,
            StartedAt = now,
            LastSeenAt = now,
            IdleUntil = now + Idle,
            EndsAt = now + Longest,
            Browser = browser is { Length: > 200 } ? browser[..200] : browser,
        });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The living session, its use written down; null when it ended.</summary>
    public async Task<Session?> UseAsync(string keyHash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = dbs.OpenDirectory();
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.KeyHash == keyHash && s.IdleUntil > now && s.EndsAt > now, ct);
        if (session is not null && now - session.LastSeenAt >= BetweenTouches)
        {
            await TouchAsync(db, keyHash, now, ct);
        }

        return session;
    }

    /// <summary>Writes use of an open page down, at most once a minute per session and process.</summary>
    public async Task TouchAsync(string keyHash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (watch.IsDue(keyHash, now, BetweenTouches))
        {
            await using var db = dbs.OpenDirectory();
            await TouchAsync(db, keyHash, now, ct);
        }
    }

    public async Task EndAsync(string keyHash, CancellationToken ct)
    {
        await using var db = dbs.OpenDirectory();
        await db.Sessions.Where(s => s.KeyHash == keyHash).ExecuteDeleteAsync(ct);
        watch.Ended([keyHash]);
    }

    /// <summary>Signs a person out everywhere.</summary>
    public async Task EndAllAsync(Guid person, CancellationToken ct)
    {
        await using var db = dbs.OpenDirectory();
        var hashes = await db.Sessions.Where(s => s.PersonId == person).Select(s => s.KeyHash).ToListAsync(ct);
        await db.Sessions.Where(s => s.PersonId == person).ExecuteDeleteAsync(ct);
        watch.Ended(hashes);
    }

    /// <summary>A session that ran out is not brought back, and none goes past its end.</summary>
    private static Task<int> TouchAsync(IDirectoryDb db, string keyHash, DateTimeOffset now, CancellationToken ct) =>
        db.Sessions.Where(s => s.KeyHash == keyHash && s.IdleUntil > now && s.EndsAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now).SetProperty(s => s.IdleUntil, now + Idle), ct);
}
