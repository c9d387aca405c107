using Dashboard.Application.Connections;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Features.Connections;

/// <summary>Where HubSpot sends people back to after its consent page. The address holds a code: nobody may cache it or learn it as a referrer.</summary>
public static class ConnectReturnEndpoint
{
    private const int LongestValue = 2048;

    public static IServiceCollection AddConnectionPages(this IServiceCollection services) =>
        services.AddSingleton<ConnectOutcome>().AddScoped<ConnectionActions>();

    public static void MapConnectReturn(this WebApplication app) =>
        app.MapGet(app.Services.GetRequiredService<HubSpotOptions>().RedirectPath, ReturnAsync);

    private static async Task<IResult> ReturnAsync(
        HttpContext context, Actors actors, FinishConnect finish, PublicOrigin origin, HubSpotOptions options, ConnectOutcome outcome)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var ct = context.RequestAborted;
        if (await actors.PersonAsync(context.User, ct) is not { } person)
        {
            return Back(null, outcome.Write("Your session ended while you were at HubSpot, so nothing was connected. Sign in and start again."));
        }

        var answer = new ConsentAnswer(
            context.User.SessionHash()!, new Uri(origin.Of(context.Request) + options.RedirectPath), Value(context, "state"), Value(context, "code"), Value(context, "error"));
        var back = await finish.RunAsync(person, answer, ct);
        return Back(back.Slug, back.Failure is { } failure ? outcome.Write(failure.Sentence) : null);
    }

    /// <summary>On to a clean address, so that neither reload nor history meets the code again.</summary>
    private static IResult Back(string? slug, string? outcome)
    {
        var page = slug is null ? "/connect/failed" : $"/w/{slug}/settings/connection";
        return Results.LocalRedirect(outcome is null ? page : QueryHelpers.AddQueryString(page, "outcome", outcome));
    }

    private static string? Value(HttpContext context, string name) =>
        context.Request.Query[name] is [{ Length: > 0 and <= LongestValue } value] ? value : null;
}
