using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Events;

namespace Dashboard.Sandbox.HubSpot.Settings;

/// <summary>Account details and uninstalling, https://developers.hubspot.com/docs/api-reference/latest/account/account-information/guide</summary>
public static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Gateway gateway)
    {
        foreach (var version in new[] { "v3", "2026-03", "2026-09" })
        {
            routes.MapGet($"/account-info/{version}/details", gateway.Guard(Details, ["oauth"]));
        }

        routes.MapDelete("/appinstalls/v3/external-install", gateway.Guard(Uninstall));
    }

    private static Answer Details(Call call) => Answer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("portalId", call.Portal.HubId);
        json.WriteString("accountType", "STANDARD");
        json.WriteString("timeZone", "Europe/London");
        json.WriteString("companyCurrency", "GBP");
        json.WriteStartArray("additionalCurrencies");
        json.WriteEndArray();
        json.WriteString("utcOffset", "+00:00");
        json.WriteNumber("utcOffsetMilliseconds", 0);
        json.WriteString("uiDomain", call.Portal.UiDomain);
        json.WriteString("dataHostingLocation", "na1");
        json.WriteEndObject();
    });

    private static Answer Uninstall(Call call)
    {
        call.World.Commit(new AppUninstalled(call.Grant.ClientId) { Portal = call.Portal.HubId, At = call.Now, Method = call.Method, Path = call.Path });
        return Answer.NoContent;
    }
}
