using System.Diagnostics;

namespace Dashboard.Web.Shell.Safety;

/// <summary>What a person sees when a page threw: no details, a number to tell, a way back.</summary>
internal static class BrokenPage
{
    public static IResult Show(HttpContext context)
    {
        var reference = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Something broke · Tasklane</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/base.css"></head>
            <body><main class="page"><h1 class="lead">This page stopped working</h1>
            <p>Nothing you saved is lost. Try again; if it happens again, tell support the reference below.</p>
            <p><a class="button" href="/">Back to your workspaces</a></p>
            <p class="meta">Reference: <code>{System.Net.WebUtility.HtmlEncode(reference)}</code></p></main></body>
            </html>
            """, "text/html; charset=utf-8", statusCode: StatusCodes.Status500InternalServerError);
    }
}
