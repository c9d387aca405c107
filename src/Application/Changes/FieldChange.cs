using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Application.Changes;

/// <summary>One property of a change. Values are HubSpot's own texts; null stands for "empty" and is sent as the empty string.</summary>
public sealed record FieldChange(string? Before, string? After)
{
    /// <summary>What HubSpot held instead, where a change was held back because of it; the empty string for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Theirs { get; init; }

    /// <summary>What somebody put there in HubSpot between our last look and our sending, and we wrote over; null when nothing slipped in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Overwritten? Overwrote { get; init; }

    public static string Write(IReadOnlyDictionary<string, FieldChange> fields) =>
        JsonSerializer.Serialize(fields, FieldChangeJson.Default.IReadOnlyDictionaryStringFieldChange);

    public static Dictionary<string, FieldChange> Read(string json) =>
        JsonSerializer.Deserialize(json, FieldChangeJson.Default.DictionaryStringFieldChange) ?? [];
}

/// <param name="Value">HubSpot's text; the empty string for nothing.</param>
/// <param name="By">Name of the owner who set it, or in words what did.</param>
/// <param name="At">When, by HubSpot's clock.</param>
public sealed record Overwritten(string Value, string By, DateTimeOffset At);

[JsonSerializable(typeof(IReadOnlyDictionary<string, FieldChange>))]
[JsonSerializable(typeof(Dictionary<string, FieldChange>))]
internal sealed partial class FieldChangeJson : JsonSerializerContext;
