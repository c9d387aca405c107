namespace Dashboard.Web.SignIn.Circuits;

/// <summary>
/// Stands before the hub of open pages. Browsers let any site open a WebSocket here and send our cookies along, and the hub itself
/// does not look at Origin; so this does, and asks for a session.
/// </summary>
internal sealed class HubGuard(RequestDelegate next, PublicOrigin origin)
{
    private static readonly PathString Hub = "/_blazor";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Hub, out var rest))
        {
            return next(context);
        }

        if (!IsOurs(context.Request, rest))
        {
            return RefuseAsync(context, StatusCodes.Status403Forbidden);
        }

        // The list of initializers is a plain file; a closing page says so even after its session ended.
        var open = rest.StartsWithSegments("/initializers") || rest.StartsWithSegments("/disconnect");
        return open || context.User.SessionHash() is not null ? next(context) : RefuseAsync(context, StatusCodes.Status401Unauthorized);
    }

    private bool IsOurs(HttpRequest request, PathString rest)
    {
        var sent = request.Headers.Origin;
        return sent.Count == 0
            ? rest.StartsWithSegments("/initializers") && HttpMethods.IsGet(request.Method)
            : sent.Count == 1 && string.Equals(sent[0], origin.Of(request), StringComparison.OrdinalIgnoreCase);
    }

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.CompleteAsync();
    }
}
