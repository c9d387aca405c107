using Dashboard.Web.SignIn.Oidc;
using Dashboard.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Dashboard.Web.SignIn;

/// <summary>Signing in and out. Everything with an effect is a POST with the antiforgery token; the GETs only show a form.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", Show);
        app.MapPost("/sign-in", BeginAsync).DisableAntiforgery();
        app.MapPost("/sign-out", EndAsync).DisableAntiforgery();
        app.MapPost("/sign-out/everywhere", EndEverywhereAsync).DisableAntiforgery();
        app.MapGet("/signed-out", (HttpContext context) => SignInPages.SignedOut(context));
    }

    private static IResult Show(HttpContext context, IAntiforgery antiforgery, string? returnUrl)
    {
        var back = ReturnPath.OrHome(returnUrl);
        return context.User.PersonId() is null ? SignInPages.SignIn(context, antiforgery, back) : Results.LocalRedirect(back);
    }

    private static async Task<IResult> BeginAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return SignInPages.Failed(context, SignInFailure.NotStartedHere("The form was not ours."));
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return Results.Challenge(new AuthenticationProperties { RedirectUri = ReturnPath.OrHome(form["returnUrl"]) }, [SignInSchemes.Oidc]);
    }

    private static async Task<IResult> EndAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        return await LeaveAsync(context);
    }

    private static async Task<IResult> EndEverywhereAsync(HttpContext context, IAntiforgery antiforgery, SessionStore sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (context.User.PersonId() is { } person)
        {
            await sessions.EndAllAsync(person, context.RequestAborted);
        }

        return await LeaveAsync(context);
    }

    /// <summary>Ours first: an unreachable provider must not keep a session alive here.</summary>
    private static async Task<IResult> LeaveAsync(HttpContext context)
    {
        SignInPages.Guard(context.Response);
        var session = await context.AuthenticateAsync(SignInSchemes.Session);
        var leaving = new AuthenticationProperties { RedirectUri = "/signed-out" };
        leaving.SetString(OidcItems.IdToken, session.Properties?.GetString(OidcItems.IdToken));
        await context.SignOutAsync(SignInSchemes.Session);
        await context.SignOutAsync(SignInSchemes.Oidc, leaving);
        return Results.Empty;
    }
}
