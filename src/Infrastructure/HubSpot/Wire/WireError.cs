using System.Text.Json.Serialization;

namespace Dashboard.Infrastructure.HubSpot.Wire;

/// <summary>HubSpot's error body and the token endpoint's; any field may be missing.</summary>
public sealed record WireError
{
    public static readonly WireError Empty = new();

    public string? Message { get; init; }

    public string? CorrelationId { get; init; }

    public string? Category { get; init; }

    public string? Status { get; init; }

    public string? PolicyName { get; init; }

    public string? Error { get; init; }

    [JsonPropertyName("error_description")]
    public string? ErrorDescription { get; init; }

    public Dictionary<string, List<string>>? Context { get; init; }

    public List<WireErrorDetail>? Errors { get; init; }

    /// <summary>The first scope that the call lacked.</summary>
    public string? RequiredScope => Category == "MISSING_SCOPES" ? All("requiredGranularScopes").FirstOrDefault() ?? "unknown" : null;

    public IReadOnlyList<string>? PropertyNames => All("propertyName").Concat(All("properties")).Distinct().ToList() is { Count: > 0 } names ? names : null;

    /// <summary>Properties an administrator made mandatory, or HubSpot itself for a new record, that the write left empty.</summary>
    public IReadOnlyList<string>? MissingProperties =>
        (Errors ?? []).Where(e => e.Code?.Contains("REQUIRED", StringComparison.Ordinal) == true).SelectMany(e => e.Context?.GetValueOrDefault("propertyName") ?? [])
            .Concat(Message?.Contains("required properties were not set", StringComparison.Ordinal) == true ? Context?.GetValueOrDefault("properties") ?? [] : [])
            .Distinct().ToList() is { Count: > 0 } names ? names : null;

    private IEnumerable<string> All(string name) =>
        (Errors ?? []).Select(e => e.Context).Append(Context).SelectMany(c => c?.GetValueOrDefault(name) ?? []);
}

public sealed record WireErrorDetail
{
    public string? Message { get; init; }

    public string? Code { get; init; }

    public Dictionary<string, List<string>>? Context { get; init; }
}
