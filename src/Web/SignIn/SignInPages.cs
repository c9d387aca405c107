using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Antiforgery;

namespace Dashboard.Web.SignIn;

/// <summary>The few pages around signing in. Plain documents: they must work when nothing else does.</summary>
internal static class SignInPages
{
    public static IResult SignIn(HttpContext context, IAntiforgery antiforgery, string returnPath) => Page(context, 200, "Sign in", $"""
        <h1>Sign in to Tasklane</h1>
        <p>You continue at your company's sign-in page.</p>
        {Form(context, antiforgery, "/sign-in", "Sign in", returnPath)}
        """);

    public static IResult SignedOut(HttpContext context) => Page(context, 200, "Signed out", """
        <h1>You are signed out</h1>
        <p>Your session has ended on this device.</p>
        <p><a class="button" href="/sign-in">Sign in again</a></p>
        """);

    public static IResult Failed(HttpContext context, SignInFailure failure) => Page(context, failure.StatusCode, "Sign-in did not work", $"""
        <h1>Sign-in did not work</h1>
        <p role="alert">{Text(failure.Sentence)}</p>
        <p><a class="button" href="/sign-in">Try again</a></p>
        <p class="reference">Reference for support: <code>{Reference(context)}</code></p>
        """);

    public static IResult Unavailable(HttpContext context) => Page(context, StatusCodes.Status503ServiceUnavailable, "Try again shortly", $"""
        <h1>Try again shortly</h1>
        <p role="alert">Tasklane cannot look up your session at the moment. Nothing of yours is lost.</p>
        <p class="reference">Reference for support: <code>{Reference(context)}</code></p>
        """);

    /// <summary>Joins the page a person sees with the log line written for it.</summary>
    public static string Reference(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    /// <summary>A callback's address holds the code and the state: neither a cache nor the next site may learn it.</summary>
    public static void Guard(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static string Form(HttpContext context, IAntiforgery antiforgery, string action, string label, string returnPath)
    {
        var token = antiforgery.GetAndStoreTokens(context);
        return $"""
            <form method="post" action="{action}">
              <input type="hidden" name="{Text(token.FormFieldName)}" value="{Text(token.RequestToken!)}">
              <input type="hidden" name="returnUrl" value="{Text(returnPath)}">
              <button class="button primary" type="submit">{label}</button>
            </form>
            """;
    }

    private static IResult Page(HttpContext context, int status, string title, string body)
    {
        Guard(context.Response);
        return Results.Content($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)} · Tasklane</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/sign-in.css"></head>
            <body class="sign-in"><main>{body}</main></body>
            </html>
            """, "text/html; charset=utf-8", statusCode: status);
    }

    private static string Text(string value) => WebUtility.HtmlEncode(value);
}
