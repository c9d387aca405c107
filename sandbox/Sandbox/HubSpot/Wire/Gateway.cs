using System.Text.Json;
using Dashboard.Sandbox.World;

namespace Dashboard.Sandbox.HubSpot.Wire;

/// <summary>What stands before every API call: credentials, limits, scopes, the body; behind it the answer is sent.</summary>
public sealed class Gateway(SandboxWorld world, RateLimiter limiter, Switches switches)
{
    /// <param name="scopes">The scopes of which one is needed; null when the handler checks itself.</param>
    /// <param name="handle">Runs under the world's lock unless it is a search.</param>
    public RequestDelegate Guard(Func<Call, Answer> handle, IReadOnlyList<string>? scopes = null, bool search = false) => async http =>
    {
        var (answer, limits) = await AnswerAsync(http, handle, scopes, search);
        if (limits is not null && !search)
        {
            Announce(http.Response, limits.Value);
        }

        await SendAsync(http, answer);
    };

    public static async Task SendAsync(HttpContext http, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (answer.Status == 204)
        {
            return;
        }

        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
        answer.Release();
    }

    public static string? Bearer(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
    }

    private async Task<(Answer Answer, int? Left)> AnswerAsync(HttpContext http, Func<Call, Answer> handle, IReadOnlyList<string>? scopes, bool search)
    {
        var (token, refused) = Authenticate(http);
        if (token is null)
        {
            return (refused!, null);
        }

        var (allowed, left) = limiter.Take(token.Grant.Portal, search);
        if (!allowed)
        {
            return (Refusals.RateLimited(search ? "SECONDLY" : "TEN_SECONDLY_ROLLING", token.Grant.Portal, switches.RetryAfter ? (search ? 1 : 10) : null), 0);
        }

        if (scopes is not null && !scopes.Any(token.Grant.Scopes.Contains))
        {
            return (Refusals.MissingScopes(scopes), left);
        }

        var (body, invalid) = await ReadBodyAsync(http);
        return (invalid ?? Run(http, handle, token.Grant, body, search), left);
    }

    private Answer Run(HttpContext http, Func<Call, Answer> handle, Grant grant, JsonElement body, bool search)
    {
        Call call;
        lock (world.Gate)
        {
            call = new Call(http, world, world.Portal(grant.Portal)!, grant, body);
            if (!search)
            {
                return handle(call);
            }
        }

        return handle(call);
    }

    private (AccessToken? Token, Answer? Refused) Authenticate(HttpContext http)
    {
        var now = world.Clock.NowMilliseconds;
        AccessToken? token;
        lock (world.Gate)
        {
            token = world.Grants.ByAccessToken(Bearer(http));
        }

        return token is null ? (null, Refusals.Unauthenticated())
            : token.ExpiresAt <= now ? (null, Refusals.Expired(token.ExpiresAt, now))
            : (token, null);
    }

    private static async Task<(JsonElement Body, Answer? Invalid)> ReadBodyAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsDelete(http.Request.Method))
        {
            return (default, null);
        }

        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        if (bytes.Length == 0)
        {
            return (default, null);
        }

        if (!http.Request.HasJsonContentType())
        {
            return (default, Refusals.Error(415, "VALIDATION_ERROR", "HTTP 415 Unsupported Media Type"));
        }

        try
        {
            bytes.Position = 0;
            using var document = JsonDocument.Parse(bytes);
            return (document.RootElement.Clone(), null);
        }
        catch (JsonException broken)
        {
            return (default, Refusals.Validation($"Invalid input JSON on line {broken.LineNumber + 1 ?? 1}, column {broken.BytePositionInLine + 1 ?? 1}: {broken.Message}"));
        }
    }

    private void Announce(HttpResponse response, int left)
    {
        response.Headers["X-HubSpot-RateLimit-Max"] = World.Schema.Computed.Number(switches.CallsPerTenSeconds);
        response.Headers["X-HubSpot-RateLimit-Remaining"] = World.Schema.Computed.Number(left);
        response.Headers["X-HubSpot-RateLimit-Interval-Milliseconds"] = "10000";
    }
}
