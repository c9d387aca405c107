using System.Diagnostics;
using Dashboard.Sandbox.HubSpot.Wire;

namespace Dashboard.Sandbox.Controls;

public sealed class CallCounting(RequestDelegate next, CallBook calls, SandboxClock clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var (at, started) = (clock.NowMilliseconds, Stopwatch.GetTimestamp());
        try
        {
            await next(http);
        }
        catch (Exception bug) when (bug is not OperationCanceledException and not IOException && !http.Response.HasStarted)
        {
            // A fault of the sandbox itself must not pass for one of HubSpot's.
            await Console.Error.WriteLineAsync($"{http.Request.Method} {http.Request.Path}: {bug}");
            await Gateway.SendAsync(http, Refusals.Error(500, "SANDBOX_BUG", $"The sandbox failed: {bug.GetType().Name}: {bug.Message}"));
        }
        finally
        {
            if (!http.Request.Path.StartsWithSegments("/__sandbox"))
            {
                var route = http.GetEndpoint() is RouteEndpoint endpoint ? endpoint.RoutePattern.RawText! : http.Request.Path.Value!;
                calls.Add(new SeenCall(at, http.Request.Method, http.Request.Path.Value!, http.Request.QueryString.Value ?? "", http.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds), route);
            }
        }
    }
}
