using System.Globalization;
using System.Net;
using System.Text;
using Dashboard.Sandbox.World;

namespace Dashboard.Sandbox.Controls;

public static class ControlPage
{
    private const string Style = """
        body{font:15px/1.55 system-ui,sans-serif;margin:0;background:#f5f8fa;color:#1f2d3d}main{max-width:62rem;margin:0 auto;padding:2rem 1rem}
        table{border-collapse:collapse;width:100%;background:#fff}td,th{text-align:left;padding:.35rem .7rem;border-bottom:1px solid #dfe3eb;vertical-align:top}
        code{font-size:.85rem}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
        @media(prefers-color-scheme:dark){body{background:#16202b;color:#eaf0f6}table{background:#1f2d3d}td,th{border-color:#33475b}a{color:#7fd1de}}
        """;

    private static readonly (string Call, string Words)[] Handles =
    [
        ("POST /__sandbox/token?hubId=&amp;email=&amp;scopes=", "a grant without a browser: access_token, refresh_token, hub_id"),
        ("POST /__sandbox/reset", "everything as on the first day"),
        ("POST /__sandbox/seed?tasks=100000&amp;seed=1&amp;hubId=424242", "new records for one account"),
        ("POST /__sandbox/edit", "a colleague in HubSpot's own screens: {portal, type, id, properties, archive, restore}"),
        ("POST /__sandbox/clock", "{advanceSeconds} or {set}"),
        ("POST /__sandbox/lag", "{milliseconds, jitterMilliseconds} until search sees a write"),
        ("GET, POST /__sandbox/switches", "limits, Retry-After, lenient properties, token rotation, latency"),
        ("GET, POST, DELETE /__sandbox/faults", "[{match:{method,path,portal,nth,count}, effect:{kind,status,body,policy,milliseconds}}]; kinds: status 429 html empty truncate delay reset drop"),
        ("GET, POST, DELETE /__sandbox/webhooks", "{url, secret, sendTo, delayMilliseconds, times, reverse, dropEvery, retryMilliseconds, eventId}: tells the app of every effect"),
        ("GET /__sandbox/ledger?after=0", "every effect in order"),
        ("GET /__sandbox/calls", "the last calls and counters"),
    ];

    public static Task ShowAsync(HttpContext http, IServiceProvider services)
    {
        var world = services.GetRequiredService<SandboxWorld>();
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Sandbox</title>");
        page.Append(CultureInfo.InvariantCulture, $"<style>{Style}</style></head><body><main><h1>Sandbox</h1><p>It is {world.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC here.</p>");
        lock (world.Gate)
        {
            Accounts(page, world);
        }

        Table(page, "Handles", Handles.Select(handle => (handle.Call, handle.Words)));
        Table(page, "Calls so far", services.GetRequiredService<CallBook>().Counters.OrderByDescending(pair => pair.Value).Take(40).Select(pair => (WebUtility.HtmlEncode(pair.Key), $"{pair.Value}")));
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(page.Append("</main></body></html>").ToString(), http.RequestAborted);
    }

    private static void Accounts(StringBuilder page, SandboxWorld world)
    {
        foreach (var portal in world.Portals)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{WebUtility.HtmlEncode(portal.Name)} ({portal.HubId})</h2><table>");
            foreach (var table in portal.Tables)
            {
                page.Append(CultureInfo.InvariantCulture, $"<tr><td>{table.Type.Name} <code>{table.Type.Id}</code></td><td>{table.Count}</td></tr>");
            }

            page.Append(CultureInfo.InvariantCulture, $"<tr><td>connections</td><td>{world.Grants.All.Count(grant => grant.Portal == portal.HubId && !grant.Revoked && !grant.Uninstalled)}</td></tr></table>");
        }
    }

    private static void Table(StringBuilder page, string title, IEnumerable<(string Left, string Right)> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2><table>");
        foreach (var (left, right) in rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td><code>{left}</code></td><td>{right}</td></tr>");
        }

        page.Append("</table>");
    }
}
