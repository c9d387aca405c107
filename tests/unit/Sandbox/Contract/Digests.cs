using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dashboard.UnitTests.Sandbox.Contract;

/// <summary>
/// What HubSpot publishes about its interface, where the reference folder is: <c>TASKLANE_HUBSPOT_OPENAPI</c> names it, or it lies beside the
/// clone as <c>shared/hubspot/openapi</c>.
/// </summary>
internal sealed partial class Digests(IEnumerable<Digest> digests)
{
    public const string Absent = "The digests of HubSpot's interface are not here; TASKLANE_HUBSPOT_OPENAPI can name their folder.";

    private readonly List<Operation> operations = [.. digests.SelectMany(digest => digest.Operations)];

    public static string? Folder { get; } = Find();

    public static Digests Read() => new(Directory.EnumerateFiles(Folder!, "*.json")
        .Where(file => Wanted().IsMatch(Path.GetFileName(file)))
        .Select(file => Digest.Read(File.ReadAllText(file)))
        .Append(Digest.Read(SeedPath)));

    public IEnumerable<string> Breaches(IEnumerable<Exchange> exchanges) => exchanges.SelectMany(Breaches).Distinct();

    /// <summary>Several documents may describe an address (HubSpot has two roll-outs of some): one of them must fit.</summary>
    public IEnumerable<string> Breaches(Exchange exchange)
    {
        var fitting = Fitting(exchange.Method, exchange.Path);
        if (fitting.Count == 0)
        {
            fitting = Fitting(exchange.Method, Undated(exchange.Path));
        }

        return fitting.Count == 0
            ? [$"{exchange}: there is no such operation"]
            : fitting.Select(operation => Against(operation, exchange).ToList()).MinBy(breaches => breaches.Count)!.Select(breach => $"{exchange}: {breach}");
    }

    private List<Operation> Fitting(string method, string path)
    {
        var fits = operations.Select(operation => (Operation: operation, Fit: operation.Fit(method, path))).Where(one => one.Fit is not null).ToList();
        return [.. fits.Where(one => one.Fit == fits.Max(other => other.Fit)).Select(one => one.Operation)];
    }

    private static IEnumerable<string> Against(Operation operation, Exchange exchange) =>
        Query(operation, exchange.Query).Concat(Asked(operation, exchange)).Concat(Answered(operation, exchange));

    private static IEnumerable<string> Query(Operation operation, string query)
    {
        foreach (var (name, value) in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair.Split('=')[0], pair.Split('=')[^1])))
        {
            if (!operation.Parameters.TryGetValue(name, out var type))
            {
                yield return $"parameter {name} is unknown";
            }
            else if ((type.StartsWith("boolean", StringComparison.Ordinal) && value is not ("true" or "false")) || (type.StartsWith("integer", StringComparison.Ordinal) && !long.TryParse(value, out _)))
            {
                yield return $"parameter {name}: {value} is no {type}";
            }
        }
    }

    private static IEnumerable<string> Asked(Operation operation, Exchange exchange)
    {
        // A refused request may have been wrong on purpose.
        if (exchange.Asked.Length == 0 || exchange.Status >= 400)
        {
            return [];
        }

        return operation.Body is { } body ? new Shape(operation.Digest, answer: false).Breaches(body, Json(exchange.Asked), "request") : ["a request body where none is taken"];
    }

    private static IEnumerable<string> Answered(Operation operation, Exchange exchange)
    {
        if (exchange.Status < 400 && !operation.Answers.ContainsKey($"{exchange.Status}"))
        {
            // One document names no success at all (revoking a token).
            return operation.Answers.Keys.Any(status => status.StartsWith('2')) ? [$"status {exchange.Status} is unknown"] : [];
        }

        var schema = exchange.Status == 429 ? "RateLimit"
            : exchange.Status >= 400 ? exchange.Path.StartsWith("/oauth/", StringComparison.Ordinal) ? "OAuthError" : operation.Answers["default"]
            : operation.Answers[$"{exchange.Status}"];
        return schema == "no body"
            ? exchange.Answered.Length == 0 ? [] : ["a body where none is told"]
            : new Shape(operation.Digest, answer: true).Breaches(schema, Json(exchange.Answered), "answer");
    }

    /// <summary>JSON, or a form as an object of texts.</summary>
    private static JsonElement Json(string text) => text.StartsWith('{') || text.StartsWith('[')
        ? JsonDocument.Parse(text).RootElement
        : JsonSerializer.SerializeToElement(text.Split('&').ToDictionary(pair => pair.Split('=')[0], pair => Uri.UnescapeDataString(pair.Split('=')[^1])));

    /// <summary>Bodies stayed as they were when the addresses got dates (FACTS 1); not every dated twin has a document.</summary>
    private static string Undated(string path) => path.Contains("/associations/", StringComparison.Ordinal) && path.StartsWith("/crm/", StringComparison.Ordinal)
        ? Dated().Replace(path, "/crm/v4/${resource}")
        : DatedElsewhere().Replace(Dated().Replace(path, "/crm/v3/${resource}"), "/${resource}/v3");

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("TASKLANE_HUBSPOT_OPENAPI") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
        {
            folder = folder.Parent;
        }

        var beside = folder?.Parent is { } above ? Path.Combine(above.FullName, "shared", "hubspot", "openapi") : null;
        return Directory.Exists(beside) ? beside : null;
    }

    /// <summary>Documented on the tasks page, in no document (FACTS 9.3).</summary>
    private static readonly string SeedPath = """
        {"operations": [
          {"method": "PUT", "path": "/crm/v3/objects/{type}/{id}/associations/{toType}/{toId}/{associationType}", "responses": {"200": "Shown", "default": "Error"}},
          {"method": "DELETE", "path": "/crm/v3/objects/{type}/{id}/associations/{toType}/{toId}/{associationType}", "responses": {"204": "no body", "default": "Error"}},
          {"method": "PUT", "path": "/crm/objects/2026-03/{type}/{id}/associations/{toType}/{toId}/{associationType}", "responses": {"200": "Shown", "default": "Error"}},
          {"method": "DELETE", "path": "/crm/objects/2026-03/{type}/{id}/associations/{toType}/{toId}/{associationType}", "responses": {"204": "no body", "default": "Error"}}],
         "schemas": {"Shown": {}, "Error": {"category*": "string", "correlationId*": "string", "message*": "string", "context": "map<[string]>"}}}
        """;

    [GeneratedRegex(@"^(crm-|oauth-|account-)")]
    private static partial Regex Wanted();

    [GeneratedRegex(@"^/crm/(?<resource>objects|associations|owners|properties|pipelines)/20\d\d-\d\d")]
    private static partial Regex Dated();

    [GeneratedRegex(@"^/(?<resource>account-info|crm-object-schemas)/20\d\d-\d\d")]
    private static partial Regex DatedElsewhere();
}
