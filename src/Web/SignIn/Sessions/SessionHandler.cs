using System.Data.Common;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Dashboard.Web.SignIn.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.SignIn.Sessions;

/// <summary>
/// Signed-in requests: a cookie with a random key, everything else in the database. The framework's cookie handler with a ticket store is not used
/// because signing in over a planted cookie keeps the planter's key there (dotnet/aspnetcore 47503, 55634).
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    SessionStore sessions,
    PublicOrigin origin,
    IDataProtectionProvider protection)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string Cookie = "tasklane.session";
    private bool storeIsDown;

    private string CookieName => origin.CookieName(Request, Cookie);

    private string? PresentedHash => Request.Cookies[CookieName] is { } key && SessionKey.LooksRight(key) ? SessionKey.HashOf(key) : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (PresentedHash is not { } hash)
        {
            return AuthenticateResult.NoResult();
        }

        try
        {
            var session = await sessions.UseAsync(hash, Context.RequestAborted);
            return session is not null && Open(hash, session.Ticket) is { } ticket && ticket.Principal.PersonId() == session.PersonId
                ? AuthenticateResult.Success(ticket)
                : AuthenticateResult.Fail("The session has ended.");
        }
        catch (Exception fault) when (fault is DbException or TimeoutException or InvalidOperationException or DbUpdateException)
        {
            // Nobody counts as signed in while that cannot be looked up.
            storeIsDown = true;
            Logger.LogError(fault, "Sessions cannot be looked up: nobody is signed in until they can");
            return AuthenticateResult.Fail("The session store could not be asked.");
        }
    }

    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        if (PresentedHash is { } old)
        {
            // Whoever put this cookie here may know its key: neither the key nor its session goes on.
            await sessions.EndAsync(old, Context.RequestAborted);
        }

        var key = SessionKey.New();
        var hash = SessionKey.HashOf(key);
        var ticket = new AuthenticationTicket(user, properties, Scheme.Name);
        var person = user.PersonId() ?? throw new InvalidOperationException("Only a person can have a session.");
        await sessions.BeginAsync(
            hash, person, Protector(hash).Protect(TicketSerializer.Default.Serialize(ticket)),
            properties?.GetString(OidcItems.ProviderSession), Request.Headers.UserAgent.ToString(), Context.RequestAborted);

        var cookie = origin.Cookie(Request);
        cookie.MaxAge = SessionStore.Longest;
        Response.Cookies.Append(CookieName, key, cookie);
    }

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        Response.Cookies.Delete(CookieName, origin.Cookie(Request));
        if (PresentedHash is { } hash)
        {
            await sessions.EndAsync(hash, Context.RequestAborted);
        }
    }

    /// <summary>A page leads to the sign-in page; a call from a script or a program gets its status code.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var page = HttpMethods.IsGet(Request.Method) && Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (storeIsDown && page)
        {
            await SignInPages.Unavailable(Context).ExecuteAsync(Context);
        }
        else if (page)
        {
            var back = ReturnPath.OrHome(Request.PathBase + Request.Path + Request.QueryString);
            Response.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(back)}");
        }
        else
        {
            Response.StatusCode = storeIsDown ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized;
        }
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private AuthenticationTicket? Open(string hash, byte[] stored)
    {
        try
        {
            var ticket = TicketSerializer.Default.Deserialize(Protector(hash).Unprotect(stored));
            ((ClaimsIdentity?)ticket?.Principal.Identity)?.AddClaim(new Claim(SignInClaims.Session, hash));
            return ticket;
        }
        catch (CryptographicException)
        {
            // The key ring was lost or the row is another's: sign in again.
            return null;
        }
    }

    /// <summary>Bound to the row, so that a ticket copied into another row opens nothing.</summary>
    private IDataProtector Protector(string hash) => protection.CreateProtector("Dashboard.SignIn", Scheme.Name, "ticket", hash);
}
