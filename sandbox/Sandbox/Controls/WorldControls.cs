using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World;

namespace Dashboard.Sandbox.Controls;

/// <summary>Reset, seed, clock, lag and switches.</summary>
public static class WorldControls
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString };

    private sealed record ClockMove(double? AdvanceSeconds, DateTimeOffset? Set);

    private sealed record Lag(int Milliseconds, int JitterMilliseconds = 0);

    public static void Map(IEndpointRouteBuilder control, IServiceProvider services)
    {
        var (world, switches) = (services.GetRequiredService<SandboxWorld>(), services.GetRequiredService<Switches>());
        control.MapPost("/reset", http => ResetAsync(http, services));
        control.MapPost("/seed", http => SeedAsync(http, world));
        control.MapPost("/clock", http => ClockAsync(http, world));
        control.MapPost("/lag", async http =>
        {
            var lag = await http.Request.ReadFromJsonAsync<Lag>(Web, http.RequestAborted);
            lock (world.Gate)
            {
                world.SetIndexLag(lag!.Milliseconds, lag.JitterMilliseconds);
            }

            await ControlEndpoints.JsonAsync(http, lag);
        });
        control.MapGet("/switches", http => ControlEndpoints.JsonAsync(http, switches));
        control.MapPost("/switches", http => SwitchAsync(http, switches));
    }

    private static async Task ResetAsync(HttpContext http, IServiceProvider services)
    {
        var world = services.GetRequiredService<SandboxWorld>();
        lock (world.Gate)
        {
            world.Reset();
        }

        services.GetRequiredService<FaultBook>().Clear();
        services.GetRequiredService<CallBook>().Clear();
        services.GetRequiredService<RateLimiter>().Clear();
        services.GetRequiredService<Switches>().Take(Switches.From(services.GetRequiredService<SandboxOptions>()));
        await ControlEndpoints.JsonAsync(http, new { reset = true, world.LastSequence });
    }

    private static async Task SeedAsync(HttpContext http, SandboxWorld world)
    {
        int Number(string name, int otherwise) => int.TryParse(http.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var (hub, tasks) = (Number("hubId", SandboxWorld.MainPortal), Number("tasks", 1200));
        lock (world.Gate)
        {
            world.SeedPortal(hub, tasks, Number("seed", 1));
        }

        // The old records of a big portal are a few hundred MB; figures taken next must not hold them.
        GC.Collect();

        await ControlEndpoints.JsonAsync(http, new { hubId = hub, tasks, milliseconds = (long)System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds });
    }

    private static async Task ClockAsync(HttpContext http, SandboxWorld world)
    {
        var move = await http.Request.ReadFromJsonAsync<ClockMove>(Web, http.RequestAborted);
        lock (world.Gate)
        {
            var real = world.Clock.GetUtcNow() - world.Clock.Offset;
            world.MoveClock(move?.Set is { } moment ? moment - real : world.Clock.Offset + TimeSpan.FromSeconds(move?.AdvanceSeconds ?? 0));
        }

        await ControlEndpoints.JsonAsync(http, new { now = world.Clock.GetUtcNow(), offsetSeconds = world.Clock.Offset.TotalSeconds });
    }

    /// <summary>Sets the switches named in the body and leaves the others as they are.</summary>
    private static async Task SwitchAsync(HttpContext http, Switches switches)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        foreach (var wanted in body.RootElement.EnumerateObject())
        {
            var property = Array.Find(typeof(Switches).GetProperties(), candidate => string.Equals(candidate.Name, wanted.Name, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                http.Response.StatusCode = 400;
                await ControlEndpoints.JsonAsync(http, new { message = $"There is no switch {wanted.Name}." });
                return;
            }

            property.SetValue(switches, wanted.Value.Deserialize(property.PropertyType, Web));
        }

        await ControlEndpoints.JsonAsync(http, switches);
    }
}
