using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dashboard.UnitTests.Sandbox.Contract;

/// <summary>One operation of a digest.</summary>
/// <param name="Parameters">Name and type of each query parameter.</param>
/// <param name="Body">Schema of the request, null when it takes none.</param>
/// <param name="Answers">Schema by status; <c>default</c> stands for the refusals.</param>
internal sealed partial record Operation(Digest Digest, string Method, string Path, IReadOnlyDictionary<string, string> Parameters, string? Body, IReadOnlyDictionary<string, string> Answers)
{
    private readonly string[] segments = Path.Split('/');

    /// <returns>How many segments are spelt alike, or null when the address is another.</returns>
    public int? Fit(string method, string path)
    {
        var parts = path.Split('/');
        return method == Method && parts.Length == segments.Length && segments.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second)
            ? segments.Zip(parts).Count(pair => pair.First == pair.Second)
            : null;
    }

    public static Operation Read(Digest digest, JsonElement one)
    {
        var path = one.GetProperty("path").GetString()!;
        var parameters = one.TryGetProperty("params", out var list) ? list.EnumerateArray().Select(line => Parameter().Match(line.GetString()!)).Where(line => line.Success) : [];
        return new Operation(
            digest,
            one.GetProperty("method").GetString()!,
            path,
            parameters.ToDictionary(line => line.Groups["name"].Value, line => line.Groups["type"].Value),
            one.TryGetProperty("body", out var body) ? Schema(digest, path, body.EnumerateObject().First().Value) : null,
            one.GetProperty("responses").EnumerateObject().ToDictionary(answer => answer.Name, answer => answer.Value.GetString()!));
    }

    /// <summary>Forms are spelt out in their place.</summary>
    private static string Schema(Digest digest, string path, JsonElement schema) =>
        schema.ValueKind == JsonValueKind.String ? schema.GetString()! : digest.Add($"form of {path}", schema);

    [GeneratedRegex(@"^query (?<name>\S+?)(?: \(required\))?: (?<type>.+)$")]
    private static partial Regex Parameter();
}
