using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dashboard.UnitTests.Sandbox.Contract;

/// <summary>Holds JSON against a type of a digest: <c>string</c>, <c>string enum(A|B)</c>, <c>[T]</c>, <c>map&lt;T&gt;</c>, or a schema's name.</summary>
/// <param name="answer">Answers must have what is marked required. Requests need not: the marks come from HubSpot's server models.</param>
internal sealed partial class Shape(Digest digest, bool answer)
{
    /// <summary>Null in answers by the guides: empty properties, the plain association's label, the user of a departed owner.</summary>
    private static readonly string[] MayBeNull = ["label", "userId"];

    public IEnumerable<string> Breaches(string type, JsonElement value, string at)
    {
        type = type.Split(" default=")[0];
        return type.StartsWith('[') ? Each(type[1..^1], value, at)
            : type.StartsWith("map<", StringComparison.Ordinal) ? Map(type[4..^1], value, at)
            : digest.Schema(type) is { } fields ? Fields(fields, value, at)
            : Plain(type, value) ? [] : [$"{at}: {value.GetRawText()} is no {type}"];
    }

    private IEnumerable<string> Each(string type, JsonElement value, string at) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().SelectMany((one, index) => Breaches(type, one, $"{at}[{index}]"))
        : [$"{at}: {value.ValueKind} is no list"];

    private IEnumerable<string> Map(string type, JsonElement value, string at) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().Where(one => !answer || one.Value.ValueKind != JsonValueKind.Null).SelectMany(one => Breaches(type, one.Value, $"{at}.{one.Name}"))
        : [$"{at}: {value.ValueKind} is no object"];

    private IEnumerable<string> Fields(Dictionary<string, string> fields, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [$"{at}: {value.ValueKind} is no object"];
        }

        // A schema without fields stands for one of several that the document does not tell apart.
        var missing = answer ? fields.Keys.Where(name => name.EndsWith('*') && !value.TryGetProperty(name[..^1], out _)).Select(name => $"{at}.{name[..^1]} is missing") : [];
        return fields.Count == 0 ? [] : missing.Concat(value.EnumerateObject().SelectMany(field => Field(fields, field, at)));
    }

    private IEnumerable<string> Field(Dictionary<string, string> fields, JsonProperty field, string at) =>
        (fields.GetValueOrDefault(field.Name) ?? fields.GetValueOrDefault($"{field.Name}*")) is not { } type ? [$"{at}.{field.Name} is unknown"]
        : answer && field.Value.ValueKind == JsonValueKind.Null && MayBeNull.Contains(field.Name) ? []
        : Breaches(type, field.Value, $"{at}.{field.Name}");

    private static bool Plain(string type, JsonElement value) => type.Split([':', ' '])[0] switch
    {
        "string" when Enum().Match(type) is { Success: true } values => value.ValueKind == JsonValueKind.String && values.Groups["values"].Value.Split('|').Contains(value.GetString()),
        "string" when type == "string:date-time" => value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _),
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "object" => true,
        _ => false,
    };

    [GeneratedRegex(@"enum\((?<values>[^)]*)\)")]
    private static partial Regex Enum();
}
