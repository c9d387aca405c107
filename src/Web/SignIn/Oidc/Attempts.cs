using System.Globalization;
using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Web.SignIn.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>
/// Ties a sign-in to the browser that began it and lets it finish once. The browser holds a cookie per open sign-in, the database a row with its hash;
/// whoever deletes the row first has spent it, on whichever replica.
/// </summary>
internal sealed class Attempts(IDashboardDbs dbs, PublicOrigin origin, TimeProvider clock)
{
    public const int MostPerBrowser = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private const string Prefix = "tasklane.signin.";

    public async Task BeginAsync(HttpContext context, string stateId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var value = $"{now.ToUnixTimeMilliseconds()}.{SignInState.Random256()}";
        await using var db = dbs.OpenDirectory();
        await ReapAsync(context, db, now, ct);
        db.SignInAttempts.Add(new SignInAttempt
        {
            Id = SessionKey.HashOf(stateId),
            BrowserHash = SessionKey.HashOf(value),
            StartedAt = now,
            ExpiresAt = now + Lifetime,
        });
        await db.SaveChangesAsync(ct);

        var cookie = origin.Cookie(context.Request);
        cookie.MaxAge = Lifetime;
        context.Response.Cookies.Append(CookieName(context.Request, stateId), value, cookie);
    }

    /// <summary>True once, for the browser that began it and within its time. The cookie goes in any case.</summary>
    public async Task<bool> SpendAsync(HttpContext context, string stateId, CancellationToken ct)
    {
        var name = CookieName(context.Request, stateId);
        var value = context.Request.Cookies[name];
        if (value is null)
        {
            return false;
        }

        Forget(context, name);
        var (id, browser, now) = (SessionKey.HashOf(stateId), SessionKey.HashOf(value), clock.GetUtcNow());
        await using var db = dbs.OpenDirectory();
        return await db.SignInAttempts.Where(a => a.Id == id && a.BrowserHash == browser && a.ExpiresAt > now).ExecuteDeleteAsync(ct) == 1;
    }

    /// <summary>Sixty abandoned sign-ins must not grow the request headers past what servers take.</summary>
    private async Task ReapAsync(HttpContext context, IDirectoryDb db, DateTimeOffset now, CancellationToken ct)
    {
        var prefix = origin.CookieName(context.Request, Prefix);
        var open = context.Request.Cookies.Where(c => c.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderByDescending(c => long.TryParse(c.Value.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0).ToList();
        var tooMany = open.Skip(MostPerBrowser - 1).ToList();
        tooMany.ForEach(cookie => Forget(context, cookie.Key));
        var hashes = tooMany.Select(cookie => SessionKey.HashOf(cookie.Value)).ToList();
        await db.SignInAttempts.Where(a => a.ExpiresAt <= now || hashes.Contains(a.BrowserHash)).ExecuteDeleteAsync(ct);
    }

    private string CookieName(HttpRequest request, string stateId) => origin.CookieName(request, Prefix + stateId[..8]);

    private void Forget(HttpContext context, string name) => context.Response.Cookies.Delete(name, origin.Cookie(context.Request));
}
