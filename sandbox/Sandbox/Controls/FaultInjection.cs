using System.Text;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World;

namespace Dashboard.Sandbox.Controls;

/// <summary>Latency and faults, around everything that pretends to be HubSpot's API.</summary>
public sealed class FaultInjection(RequestDelegate next, FaultBook faults, Switches switches, SandboxWorld world)
{
    private const string Page = "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>cloudflare</center></body></html>";

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/__sandbox") || http.Request.Path.StartsWithSegments("/idp"))
        {
            await next(http);
            return;
        }

        if (switches.LatencyMilliseconds > 0)
        {
            await Task.Delay(switches.LatencyMilliseconds, http.RequestAborted);
        }

        var portal = Portal(http);
        if (faults.Strike(http.Request.Method, http.Request.Path.Value!, portal) is { } effect)
        {
            await StrikeAsync(http, effect, portal ?? 0);
            return;
        }

        await next(http);
    }

    private int? Portal(HttpContext http)
    {
        lock (world.Gate)
        {
            return world.Grants.ByAccessToken(Gateway.Bearer(http))?.Grant.Portal;
        }
    }

    private async Task StrikeAsync(HttpContext http, FaultEffect effect, int portal)
    {
        switch (effect.Kind)
        {
            case "delay":
                await Task.Delay(effect.Milliseconds, http.RequestAborted);
                await next(http);
                break;
            case "hold":
                await faults.Cleared.WaitAsync(http.RequestAborted);
                await next(http);
                break;
            case "reset":
                http.Abort();
                break;
            case "drop":
                await BufferedAsync(http);
                http.Abort();
                break;
            case "truncate":
                var whole = await BufferedAsync(http);
                http.Response.ContentLength = whole.Length / 2;
                await http.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), http.RequestAborted);
                break;
            default:
                await Gateway.SendAsync(http, Made(effect, portal));
                break;
        }
    }

    private static Answer Made(FaultEffect effect, int portal)
    {
        var answer = effect.Kind switch
        {
            "429" => Refusals.RateLimited(effect.Policy ?? "TEN_SECONDLY_ROLLING", portal, effect.RetryAfter),
            "html" => new Answer(effect.Status ?? 502, Encoding.UTF8.GetBytes(Page), "text/html; charset=UTF-8"),
            "empty" => new Answer(effect.Status ?? 200, default),
            _ => effect.Body is { } body
                ? new Answer(effect.Status ?? 500, Encoding.UTF8.GetBytes(body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText()))
                : Refusals.Error(effect.Status ?? 500, "INTERNAL_ERROR", "internal error"),
        };
        return effect.Headers is null ? answer : answer with { Headers = [.. answer.Headers, .. effect.Headers.Select(header => (header.Key, header.Value))] };
    }

    /// <summary>Lets the call happen in full and keeps its answer.</summary>
    private async Task<byte[]> BufferedAsync(HttpContext http)
    {
        var real = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = real;
        }

        return buffer.ToArray();
    }
}
