using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.Controls;

/// <summary>
/// <c>/__sandbox/rules</c>: makes properties mandatory under a condition, as an administrator does in HubSpot's settings:
/// <c>{objectType, when: {property: value}, require: [property]}</c>.
/// </summary>
public static class RuleControls
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static void Map(IEndpointRouteBuilder control, SandboxWorld world)
    {
        control.MapGet("/rules", http => ControlEndpoints.JsonAsync(http, Rules(world)));
        control.MapPost("/rules", http => AddAsync(http, world));
        control.MapDelete("/rules", http =>
        {
            lock (world.Gate)
            {
                Rules(world).Clear();
            }

            return ControlEndpoints.JsonAsync(http, Rules(world));
        });
    }

    private static List<WriteRule> Rules(SandboxWorld world) => world.Portal(SandboxWorld.MainPortal)!.Rules;

    /// <summary>A rule about something that is not there would prove nothing, so it is refused.</summary>
    private static async Task AddAsync(HttpContext http, SandboxWorld world)
    {
        try
        {
            var rule = await http.Request.ReadFromJsonAsync<WriteRule>(Strict, http.RequestAborted) is { When: not null, Require: not null } given
                ? given
                : throw new JsonException("A rule needs objectType, when and require.");
            lock (world.Gate)
            {
                if (!world.Portal(SandboxWorld.MainPortal)!.FindType(rule.ObjectType, out var type)
                    || rule.When.Keys.Concat(rule.Require).FirstOrDefault(name => !type.Find(name, out _)) is not null)
                {
                    throw new JsonException($"{rule.ObjectType} or one of its properties does not exist.");
                }

                Rules(world).Add(rule);
            }

            await ControlEndpoints.JsonAsync(http, Rules(world));
        }
        catch (Exception wrong) when (wrong is JsonException or BadHttpRequestException)
        {
            http.Response.StatusCode = 400;
            await ControlEndpoints.JsonAsync(http, new { message = wrong.Message });
        }
    }
}
