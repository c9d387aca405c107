using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Sandbox.Controls;

namespace Dashboard.Sandbox.Webhooks;

/// <summary><c>/__sandbox/webhooks</c>: POST sets the target, DELETE takes it away, GET tells what became of the events.</summary>
public static class WebhookControls
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static void Map(IEndpointRouteBuilder control, WebhookSender sender)
    {
        control.MapGet("/webhooks", http => ControlEndpoints.JsonAsync(http, sender.Counts));
        control.MapPost("/webhooks", http => SetAsync(http, sender));
        control.MapDelete("/webhooks", http =>
        {
            sender.Target = null;
            return ControlEndpoints.JsonAsync(http, sender.Counts);
        });
    }

    private static async Task SetAsync(HttpContext http, WebhookSender sender)
    {
        try
        {
            sender.Target = await http.Request.ReadFromJsonAsync<WebhookTarget>(Strict, http.RequestAborted);
            await ControlEndpoints.JsonAsync(http, sender.Counts);
        }
        catch (JsonException wrong)
        {
            http.Response.StatusCode = 400;
            await ControlEndpoints.JsonAsync(http, new { message = wrong.Message });
        }
    }
}
