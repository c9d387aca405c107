using System.Globalization;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Events;

namespace Dashboard.Sandbox.HubSpot.OAuth;

/// <summary>The browser's part of OAuth: the consent page and its form.</summary>
public sealed class AuthorizeEndpoints(SandboxWorld world, SandboxOptions options)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/oauth/authorize", http => ShowAsync(http, null));
        routes.MapGet("/oauth/{hubId:int}/authorize", http => ShowAsync(http, int.Parse((string)http.Request.RouteValues["hubId"]!, CultureInfo.InvariantCulture)));
        routes.MapPost("/oauth/authorize/decision", DecideAsync);
    }

    private async Task ShowAsync(HttpContext http, int? fixedHub)
    {
        var (request, problem) = AuthorizeRequest.Read(name => http.Request.Query[name].FirstOrDefault(), options);
        int? wished = int.TryParse(http.Request.Query["hub_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var hub) ? hub : null;
        string html;
        lock (world.Gate)
        {
            var chosen = world.Portal(fixedHub ?? wished ?? SandboxWorld.MainPortal);
            problem ??= chosen is null ? "You have no access to this account." : null;
            html = problem is not null ? ConsentPage.Problem(problem) : ConsentPage.Render(request!, chosen!, [.. world.Portals], fixedHub is null);
        }

        await HtmlAsync(http, problem is null ? 200 : 400, html);
    }

    private async Task DecideAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (request, problem) = AuthorizeRequest.Read(name => form[name].FirstOrDefault(), options);
        if (request is null)
        {
            await HtmlAsync(http, 400, ConsentPage.Problem(problem!));
        }
        else if (form["decision"] != "allow")
        {
            http.Response.Redirect(request.Return(("error", "access_denied"), ("error_description", "The user denied access to the app")));
        }
        else
        {
            http.Response.Redirect(request.Return(("code", Allow(request, form["hub_id"], form["user_email"]))));
        }
    }

    private string Allow(AuthorizeRequest request, string? hubId, string? email)
    {
        var code = Secrets.Code();
        lock (world.Gate)
        {
            var portal = world.Portal(int.TryParse(hubId, NumberStyles.None, CultureInfo.InvariantCulture, out var hub) ? hub : SandboxWorld.MainPortal) ?? world.Portal(SandboxWorld.MainPortal)!;
            var user = portal.Users.FirstOrDefault(candidate => candidate.Email == email) ?? portal.Users.First();
            world.Commit(new CodeIssued(code, request.ClientId, request.RedirectUri, user.UserId!.Value, request.Granted(portal.HubId), request.Challenge, request.ChallengeMethod)
            {
                Portal = portal.HubId, At = world.Clock.NowMilliseconds, Method = "POST", Path = "/oauth/authorize/decision",
            });
        }

        return code;
    }

    private static Task HtmlAsync(HttpContext http, int status, string html)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(html, http.RequestAborted);
    }
}
