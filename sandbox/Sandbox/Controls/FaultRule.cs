using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dashboard.Sandbox.Controls;

/// <summary>Which calls a fault strikes. Every part left out matches all.</summary>
/// <param name="Path">A regular expression on the path.</param>
/// <param name="Nth">Strikes only from the n-th matching call on, counted from 1.</param>
/// <param name="Count">Strikes at most so often.</param>
public sealed record FaultMatch(string? Method = null, string? Path = null, int? Portal = null, int Nth = 1, int? Count = null);

/// <param name="Kind">
/// <c>status</c> (with status, body, headers) · <c>429</c> (with policy, retryAfter) · <c>html</c> (a proxy's page, status 502 unless given) ·
/// <c>empty</c> (200 without a body) · <c>truncate</c> (half of the body) · <c>delay</c> (milliseconds, then normal) · <c>hold</c> (until <c>DELETE /__sandbox/faults</c>, then normal) ·
/// <c>reset</c> (connection cut, nothing done) · <c>drop</c> (all done, connection cut before the answer).
/// </param>
public sealed record FaultEffect(
    string Kind, int? Status = null, JsonElement? Body = null, IReadOnlyDictionary<string, string>? Headers = null, string? Policy = null, int? RetryAfter = null, int Milliseconds = 0);

/// <summary>One rule of <c>POST /__sandbox/faults</c>.</summary>
public sealed record FaultRule(FaultMatch? Match, FaultEffect Effect)
{
    public static readonly IReadOnlyList<string?> Kinds = ["status", "429", "html", "empty", "truncate", "delay", "hold", "reset", "drop"];

    private readonly Regex? path = Match?.Path is { } pattern ? new Regex(pattern, RegexOptions.CultureInvariant) : null;

    public int Seen { get; set; }

    public int Struck { get; set; }

    public bool Fits(string method, string at, int? portal) =>
        (Match?.Method is null || string.Equals(Match.Method, method, StringComparison.OrdinalIgnoreCase))
        && (path is null || path.IsMatch(at))
        && (Match?.Portal is null || Match.Portal == portal);
}
