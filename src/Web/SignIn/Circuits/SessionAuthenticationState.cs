using Dashboard.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Dashboard.Web.SignIn.Circuits;

/// <summary>
/// Who a page belongs to. Fixed with the first connection: a browser that comes back under another session does not get the page.
/// Looks every half minute whether the session lives, behind <see cref="SessionGate"/>, which is faster.
/// </summary>
internal sealed class SessionAuthenticationState(SessionWatch watch, ILoggerFactory loggers)
    : RevalidatingServerAuthenticationStateProvider(loggers), IHostEnvironmentAuthenticationStateProvider
{
    private bool fixedOnce;

    /// <summary>The session's key hash; null for a visitor.</summary>
    public string? Session { get; private set; }

    /// <summary>Told when somebody else tried to take the page over.</summary>
    public Action? Foreign { get; set; }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    /// <summary>The host calls this at the start of a page and again at each reconnect, with the person of that connection.</summary>
    void IHostEnvironmentAuthenticationStateProvider.SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        // Both callers hand over a finished task.
        var session = authenticationStateTask.GetAwaiter().GetResult().User.SessionHash();
        if (fixedOnce && session != Session)
        {
            Foreign?.Invoke();
            throw new InvalidOperationException("A page can be taken up again by the session it belongs to only.");
        }

        fixedOnce = true;
        Session = session;
        SetAuthenticationState(authenticationStateTask);
    }

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        authenticationState.User.SessionHash() is { } session && await watch.IsAliveAsync(session, cancellationToken);
}
