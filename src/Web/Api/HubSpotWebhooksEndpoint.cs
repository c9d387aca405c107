namespace Dashboard.Web.Api;

internal static class HubSpotWebhooksEndpoint
{
    public static void MapWebhooks(this WebApplication app)
    {
        var webhooks = ActivatorUtilities.CreateInstance<HubSpotWebhooks>(app.Services);
        app.MapPost(HubSpotWebhooks.Path, (Delegate)webhooks.TakeAsync).DisableAntiforgery().AllowAnonymous();
    }
}
