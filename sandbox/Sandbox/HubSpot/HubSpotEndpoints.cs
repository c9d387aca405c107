using Dashboard.Sandbox.HubSpot.Associations;
using Dashboard.Sandbox.HubSpot.OAuth;
using Dashboard.Sandbox.HubSpot.Objects;
using Dashboard.Sandbox.HubSpot.Series;
using Dashboard.Sandbox.HubSpot.Settings;
using Dashboard.Sandbox.HubSpot.Wire;

namespace Dashboard.Sandbox.HubSpot;

public static class HubSpotEndpoints
{
    public static void MapHubSpot(this IEndpointRouteBuilder routes)
    {
        var gateway = routes.ServiceProvider.GetRequiredService<Gateway>();
        routes.ServiceProvider.GetRequiredService<AuthorizeEndpoints>().Map(routes);
        routes.ServiceProvider.GetRequiredService<TokenEndpoints>().Map(routes);
        ObjectEndpoints.Map(routes, gateway);
        AssociationEndpoints.Map(routes, gateway);
        SeriesEndpoints.Map(routes, gateway);
        OwnerEndpoints.Map(routes, gateway);
        PropertyEndpoints.Map(routes, gateway);
        PipelineEndpoints.Map(routes, gateway);
        SchemaEndpoints.Map(routes, gateway);
        AccountEndpoints.Map(routes, gateway);
        RecordScreens.Map(routes);
        routes.MapFallback(http => Gateway.SendAsync(http, Refusals.NotFound()));
    }
}
