using Dashboard.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace Dashboard.Web.SignIn.Circuits;

/// <summary>
/// Stands before every event of an open page: none gets through once the session ended. The page is sent to the signed-out page, and whatever
/// is still there two seconds later is torn down, so that a browser which ignores that gets no further data either.
/// </summary>
internal sealed class SessionGate(
    SessionAuthenticationState state, SessionWatch watch, SessionStore sessions, IJSRuntime js, TimeProvider clock, ILogger<SessionGate> log) : CircuitHandler, IDisposable
{
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource closed = new();
    private readonly SemaphoreSlim order = new(1, 1);
    private SynchronizationContext? page;
    private IDisposable? watching;
    private bool begun;
    private volatile bool ended;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        page = SynchronizationContext.Current;
        state.Foreign = () =>
        {
            ended = true;
            TearDown("Another session tried to take the page over.");
        };
        if (state.Session is not { } session || !await watch.IsAliveAsync(session, cancellationToken))
        {
            ended = true;
            throw new InvalidOperationException("A page needs a living session.");
        }

        watching = watch.Watch(session, () => _ = EndAsync());
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        // The first activity is the framework's own start, which must not be put off: the page's session is looked at when it opens.
        if (!begun)
        {
            begun = true;
            await next(context);
            return;
        }

        if (await BeginInOrderAsync(() => next(context)) is { } running)
        {
            await running;
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

    /// <summary>Events start in the order they came, although looking a session up now and then takes a query. Not held while an event runs.</summary>
    private async Task<Task?> BeginInOrderAsync(Func<Task> run)
    {
        await order.WaitAsync(closed.Token);
        try
        {
            if (ended || state.Session is not { } session || !await watch.IsAliveAsync(session, closed.Token))
            {
                return null;
            }

            _ = TouchAsync(session);
            return run();
        }
        finally
        {
            order.Release();
        }
    }

    private async Task TouchAsync(string session)
    {
        try
        {
            await sessions.TouchAsync(session, closed.Token);
        }
        catch (Exception fault) when (!closed.IsCancellationRequested)
        {
            log.LogWarning(fault, "Use of a session could not be written down");
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
