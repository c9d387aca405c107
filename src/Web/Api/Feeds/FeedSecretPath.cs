using Microsoft.AspNetCore.Http.Features;

namespace Dashboard.Web.Api.Feeds;

/// <summary>
/// Takes the secret out of a feed's address before anything else sees the request: the host's own log lines and scopes, routing, error pages and
/// traces know the path as <see cref="Path"/>. A middleware would come too late, for the host writes its first line before any of them runs.
/// </summary>
internal sealed class FeedSecretPath(IServiceProvider services) : IHttpContextFactory
{
    /// <summary>What is left of the address.</summary>
    public const string Path = "/feeds/hidden";

    private const string Folder = "/feeds/";

    private readonly DefaultHttpContextFactory made = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        if (featureCollection.Get<IHttpRequestFeature>() is { } request && request.Path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase))
        {
            featureCollection.Set(new FeedSecret(request.Path[Folder.Length..]));
            (request.Path, request.RawTarget, request.QueryString) = (Path, Path, "");
        }

        return made.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => made.Dispose(httpContext);
}

/// <param name="FileName">What stood below the folder: the secret, and <c>.ics</c> when it is well formed.</param>
internal sealed record FeedSecret(string FileName)
{
    private const string Ending = ".ics";

    /// <summary>Whatever was written instead of a secret is hashed like one, and is nobody's.</summary>
    public string Text => FileName.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? FileName[..^Ending.Length] : FileName + "/";

    public override string ToString() => "(hidden)";
}
