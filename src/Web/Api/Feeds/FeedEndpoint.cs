using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Api.Feeds;

/// <summary>
/// <c>GET /feeds/{secret}.ics</c>: where calendar programs read tasks. They cannot sign in; the secret stands for the person who made the feed.
/// 404 for whatever is no feed, 429 with Retry-After for who asks too often.
/// </summary>
internal static class FeedEndpoint
{
    public static IServiceCollection AddFeedAddress(this IServiceCollection services) =>
        services.AddSingleton<FeedThrottle>().AddSingleton<IHttpContextFactory, FeedSecretPath>();

    public static void MapFeeds(this WebApplication app) => app.Map(FeedSecretPath.Path, AnswerAsync).DisableAntiforgery().AllowAnonymous();

    private static async Task AnswerAsync(HttpContext context, FeedThrottle throttle, FindFeed find, ReadFeed read, PublicOrigin origin)
    {
        var ct = context.RequestAborted;
        var response = context.Response;
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            await SayAsync(context, StatusCodes.Status405MethodNotAllowed, "A feed can only be read.");
            return;
        }

        var secret = context.Features.GetRequiredFeature<FeedSecret>().Text;
        if (throttle.Wait(secret, context.Connection.RemoteIpAddress) is var wait && wait > TimeSpan.Zero)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await SayAsync(context, StatusCodes.Status429TooManyRequests, "Too often. Ask again later.");
            return;
        }

        var found = await find.RunAsync(secret, context.Request.Headers.UserAgent, ct);
        if (!found.Ok)
        {
            await SayAsync(context, StatusCodes.Status404NotFound, "There is no calendar here.");
            return;
        }

        var feed = found.Value;
        var query = BoardAddress.Read($"http://x/?{feed.Query}");
        var text = await read.RunAsync(feed.Actor, feed, query, $"{origin.Of(context.Request)}/w/{feed.Slug}/board", ct);
        await SendAsync(context, feed.Feed.Name, Encoding.UTF8.GetBytes(text));
    }

    private static async Task SendAsync(HttpContext context, string name, byte[] calendar)
    {
        var response = context.Response;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(calendar))}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known == EntityTagHeaderValue.Any || known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "text/calendar; charset=utf-8";
        response.Headers.ContentDisposition = $"inline; filename=\"{FileName(name)}\"";
        response.ContentLength = calendar.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(calendar, context.RequestAborted);
        }
    }

    /// <summary>Nothing of a name but what every system takes in the name of a file.</summary>
    private static string FileName(string name)
    {
        var plain = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var words = plain.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "tasks.ics" : $"{string.Join('-', words)}.ics";
    }

    private static async Task SayAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(sentence);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.WriteAsync(sentence, context.RequestAborted);
        }
    }
}
