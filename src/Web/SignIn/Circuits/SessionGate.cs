using Dashboard.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace Dashboard.Web.SignIn.Circuits;

/// <summary>
/// Stands before every event of an open page: none gets through once the session ended. The page is sent to the signed-out page, and whatever
/// is still there two seconds later is torn down, so that a browser which ignores that gets no further data either.
/// </summary>
internal sealed class SessionGate(SessionAuthenticationState state, SessionWatch watch, SessionStore sessions, IJSRuntime js, TimeProvider clock) : CircuitHandler, IDisposable
{
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource closed = new();
    private SynchronizationContext? page;
    private IDisposable? watching;
    private volatile bool ended;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        page = SynchronizationContext.Current;
        state.Foreign = () =>
        {
            ended = true;
            TearDown("Another session tried to take the page over.");
        };
        watching = state.Session is { } session ? watch.Watch(session, () => _ = EndAsync()) : null;
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        if (!ended && state.Session is { } session && await watch.IsAliveAsync(session, CancellationToken.None))
        {
            await sessions.TouchAsync(session, CancellationToken.None);
            await next(context);
        }
        else
        {
            await EndAsync();
        }
    };

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        watching?.Dispose();
        if (!closed.IsCancellationRequested)
        {
            closed.Cancel();
        }
    }

    private async Task EndAsync()
    {
        if (ended)
        {
            return;
        }

        ended = true;
        try
        {
            _ = js.InvokeVoidAsync("location.replace", closed.Token, "/signed-out").AsTask();
            await Task.Delay(Grace, clock, closed.Token);
            TearDown("The session has ended.");
        }
        catch (OperationCanceledException)
        {
            // The page went by itself.
        }
    }

    /// <summary>The framework ends a page whose own code throws; there is no call for it.</summary>
    private void TearDown(string why) => page?.Post(_ => throw new InvalidOperationException(why), null);
}
