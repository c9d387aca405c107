using System.Text.RegularExpressions;

namespace Dashboard.Infrastructure.KillPoints;

/// <summary>Before a request to HubSpot leaves, and once its answer has begun to arrive: by then HubSpot has done what was asked.</summary>
internal sealed partial class KilledCalls(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The first that fits names the call.</summary>
    private static readonly (string Name, string Method, Regex Path)[] Calls =
    [
        ("token", "POST", TokenPath()),
        ("create", "POST", TasksPath()),
        ("update", "PATCH", TaskPath()),
        ("batch", "POST", BatchPath()),
        ("delete", "DELETE", TaskPath()),
        ("delete-many", "POST", ArchivePath()),
        ("link", "PUT", PairPath()),
        ("unlink", "DELETE", PairPath()),
        ("search", "POST", SearchPath()),
        ("list", "GET", TasksPath()),
        ("read", "POST", ReadPath()),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Calls.Select(call => call.Name)];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Array.Find(Calls, call => call.Method == request.Method.Method && call.Path.IsMatch(request.RequestUri!.AbsolutePath)).Name is not { } name)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        KillPoint.Reach(KillPoint.BeforeCall(name));
        var answer = await base.SendAsync(request, cancellationToken);
        KillPoint.Reach(KillPoint.AfterCall(name));
        return answer;
    }

    [GeneratedRegex("^/oauth/[^/]+/token$")]
    private static partial Regex TokenPath();

    [GeneratedRegex("/objects/(?:[^/]+/)?tasks$")]
    private static partial Regex TasksPath();

    [GeneratedRegex("/objects/(?:[^/]+/)?tasks/[0-9]+$")]
    private static partial Regex TaskPath();

    [GeneratedRegex("/objects/(?:[^/]+/)?tasks/batch/update$")]
    private static partial Regex BatchPath();

    [GeneratedRegex("/objects/(?:[^/]+/)?tasks/batch/archive$")]
    private static partial Regex ArchivePath();

    [GeneratedRegex("/objects/(?:[^/]+/)?(?:tasks|0-27)/[0-9]+/associations/")]
    private static partial Regex PairPath();

    [GeneratedRegex("/objects/(?:[^/]+/)?tasks/search$")]
    private static partial Regex SearchPath();

    [GeneratedRegex("/objects/(?:[^/]+/)?tasks/batch/read$")]
    private static partial Regex ReadPath();
}
