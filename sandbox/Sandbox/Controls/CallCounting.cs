using System.Diagnostics;

namespace Dashboard.Sandbox.Controls;

public sealed class CallCounting(RequestDelegate next, CallBook calls, SandboxClock clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/__sandbox"))
        {
            await next(http);
            return;
        }

        var (at, started) = (clock.NowMilliseconds, Stopwatch.GetTimestamp());
        try
        {
            await next(http);
        }
        finally
        {
            var route = http.GetEndpoint() is RouteEndpoint endpoint ? endpoint.RoutePattern.RawText! : http.Request.Path.Value!;
            calls.Add(new SeenCall(at, http.Request.Method, http.Request.Path.Value!, http.Request.QueryString.Value ?? "", http.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds), route);
        }
    }
}
