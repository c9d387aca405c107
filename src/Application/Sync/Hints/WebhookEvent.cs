using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Dashboard.Application.Sync.Hints;

/// <summary>
/// One event of a webhook, as far as it says where to look.
/// https://developers.hubspot.com/docs/api-reference/latest/webhooks/guide
/// </summary>
public sealed record WebhookEvent(long PortalId, string ObjectType, long ObjectId, HintKind Kind, DateTimeOffset OccurredAt, string Hash)
{
    public const string Tasks = "0-27";

    /// <summary>HubSpot sends fewer than a hundred at once.</summary>
    private const int Most = 1_000;

    private static readonly JsonDocumentOptions Flat = new() { MaxDepth = 8 };

    /// <summary>Kinds of record that have subscriptions of their own name beside the generic ones.</summary>
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["contact"] = "0-1", ["company"] = "0-2", ["deal"] = "0-3", ["ticket"] = "0-5", ["task"] = Tasks,
    };

    /// <returns>Null when the body is no array of events; events that say nothing to us are left out.</returns>
    public static IReadOnlyList<WebhookEvent>? ReadAll(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Flat);
            if (json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.GetArrayLength() > Most
                || json.RootElement.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.Object))
            {
                return null;
            }

            return [.. json.RootElement.EnumerateArray().Select(Read).OfType<WebhookEvent>()];
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Not JSON, too deep, or texts that are no Unicode.
            return null;
        }
    }

    private static WebhookEvent? Read(JsonElement told)
    {
        var kind = Text(told, "subscriptionType") ?? Text(told, "eventType") ?? "";
        var at = kind.IndexOf('.', StringComparison.Ordinal);
        var about = at < 0 ? null : Text(told, "objectTypeId") ?? Named.GetValueOrDefault(kind[..at]);
        var what = at < 0 ? "" : kind[(at + 1)..];
        var (type, id) = what == "associationChange" ? TaskOf(told) : (about, Number(told, "objectId") ?? Number(told, "newObjectId"));
        if (type is not { Length: <= 40 } || id is not > 0 || Number(told, "portalId") is not { } portal)
        {
            return null;
        }

        var changed = what switch { "propertyChange" => HintKind.Values, "associationChange" => HintKind.Associations, _ => HintKind.Record };
        var occurred = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(Number(told, "occurredAt") ?? 0, 0, 253_402_300_799_999));
        return new WebhookEvent(portal, type, id.Value, changed, occurred, HashOf(told));
    }

    /// <summary>The end of an association that is a task; an association without one is nothing to us.</summary>
    private static (string? Type, long? Id) TaskOf(JsonElement told) =>
        Text(told, "fromObjectTypeId") == Tasks ? (Tasks, Number(told, "fromObjectId"))
        : Text(told, "toObjectTypeId") == Tasks ? (Tasks, Number(told, "toObjectId"))
        : (null, null);

    /// <summary>The attempt is left out: the same event told again has another one.</summary>
    private static string HashOf(JsonElement told)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var property in told.EnumerateObject().Where(p => p.Name != "attemptNumber").OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static string? Text(JsonElement told, string name) =>
        told.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement told, string name) => told.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt64(out var number) ? number : null,
            JsonValueKind.String => long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ => null,
        }
        : null;
}
