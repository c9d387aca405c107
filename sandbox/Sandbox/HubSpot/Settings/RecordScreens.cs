using System.Globalization;
using System.Net;
using System.Text;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Records;

namespace Dashboard.Sandbox.HubSpot.Settings;

/// <summary>Stand-ins for HubSpot's own screens, so that links into HubSpot lead somewhere.</summary>
public static class RecordScreens
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var world = routes.ServiceProvider.GetRequiredService<SandboxWorld>();
        routes.MapGet("/contacts/{hub:int}/record/{type}/{id:long}", http => ShowAsync(http, world, (string)http.Request.RouteValues["type"]!));
        routes.MapGet("/tasks/{hub:int}/view/all/task/{id:long}", http => ShowAsync(http, world, "0-27"));
    }

    private static async Task ShowAsync(HttpContext http, SandboxWorld world, string typeName)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Record · HubSpot sandbox</title>")
            .Append("<style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem;max-width:60rem}td{padding:.2rem .6rem;border-bottom:1px solid #ccc;vertical-align:top;overflow-wrap:anywhere}</style>");
        lock (world.Gate)
        {
            var hub = int.Parse((string)http.Request.RouteValues["hub"]!, CultureInfo.InvariantCulture);
            var id = long.Parse((string)http.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
            if (world.Portal(hub) is { } portal && portal.FindType(typeName, out var type) && portal.Find(type, id) is { } record)
            {
                Fill(html, portal, record, world.Clock.NowMilliseconds);
            }
            else
            {
                http.Response.StatusCode = 404;
                html.Append("<h1>There is no such record</h1>");
            }
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        await http.Response.WriteAsync(html.ToString(), http.RequestAborted);
    }

    private static void Fill(StringBuilder html, Portal portal, Record record, long now)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h1>{record.Type.Singular} {record.Id}</h1><p>{WebUtility.HtmlEncode(portal.Name)}{(record.Archived ? ", in the recycling bin" : "")}</p><table>");
        foreach (var property in record.Type.Properties)
        {
            if (property.Read(new World.Schema.ComputeInput(portal, record, record.Current, now)) is { } value)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><td>{property.Name}</td><td>{WebUtility.HtmlEncode(value)}</td></tr>");
            }
        }

        foreach (var link in record.Links)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>associated</td><td><a href=\"/contacts/{portal.HubId}/record/{link.To.Id}/{link.ToId}\">{link.To.Singular} {link.ToId}</a> ({link.TypeId})</td></tr>");
        }

        html.Append("</table></html>");
    }
}
