using System.Globalization;
using System.Text.Json;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.HubSpot.Wire;

namespace Dashboard.Infrastructure.HubSpot;

/// <summary>From wire tasks to <see cref="RemoteTask"/>. An element that cannot be read costs only itself.</summary>
internal static class TaskReading
{
    public static WirePage<WireRecord> Page(ReadOnlyMemory<byte> body, out IReadOnlyList<UnreadTask> unread)
    {
        unread = [];
        try
        {
            return JsonSerializer.Deserialize(body.Span, HubSpotJson.Default.WirePageWireRecord) ?? throw new JsonException("Nothing there.");
        }
        catch (JsonException)
        {
            return OneByOne(body, out unread);
        }
    }

    /// <param name="kinds">What was asked for; null when the answer holds no associations.</param>
    public static RemoteTask Task(WireRecord wire, IReadOnlyList<RecordKind>? kinds) => new(
        wire.Id,
        wire.Properties ?? [],
        wire.CreatedAt,
        wire.UpdatedAt,
        kinds is null ? null : [.. kinds.SelectMany(kind => Links(wire, kind)).Distinct()]);

    /// <summary>Values without an instant say nothing about an order and are left out.</summary>
    public static RemoteHistory History(WireRecord wire) => new(
        wire.Id,
        (wire.PropertiesWithHistory ?? []).ToDictionary(
            p => p.Key,
            p => (IReadOnlyList<RemoteVersion>)[.. (p.Value ?? []).Where(v => v.Timestamp is not null)
                .Select(v => new RemoteVersion(v.Value ?? "", v.Timestamp!.Value, v.SourceType ?? "", v.UpdatedByUserId))
                .OrderByDescending(v => v.At)]));

    /// <summary>Results and errors of a batch, each to its input by the trace id that was sent with it.</summary>
    public static IEnumerable<Result<T>> ByTrace<T>(ReadOnlyMemory<byte> body, IReadOnlyList<string> traces, Func<WireRecord, T> read)
    {
        var taken = (Page(body, out _).Results ?? []).Where(r => r is { Id: > 0, ObjectWriteTraceId: not null })
            .DistinctBy(r => r.ObjectWriteTraceId).ToDictionary(r => r.ObjectWriteTraceId!, read);
        var errors = JsonSerializer.Deserialize(body.Span, HubSpotJson.Default.WireOutcome)?.Errors ?? [];
        return traces.Select(trace => taken.TryGetValue(trace, out var task) ? task : (Result<T>)Refusal(errors, trace));
    }

    private static Failure Refusal(List<WireError> errors, string trace)
    {
        var error = errors.Find(e => e.Context?.GetValueOrDefault("objectWriteTraceId")?.Contains(trace) == true);
        return error is null
            ? new Failure.Unavailable("HubSpot's answer to many at once does not say what became of this one.")
            : new Failure.Refused(error.Message ?? "it gave no reason", error.CorrelationId, 400, error.PropertyNames);
    }

    private static IEnumerable<RemoteLink> Links(WireRecord wire, RecordKind kind) =>
        (wire.Associations?.GetValueOrDefault(kind.PathName)?.Results ?? []).Select(link => new RemoteLink(kind.ObjectType, link.Id));

    private static WirePage<WireRecord> OneByOne(ReadOnlyMemory<byte> body, out IReadOnlyList<UnreadTask> unread)
    {
        var raw = JsonSerializer.Deserialize(body.Span, HubSpotJson.Default.WirePageJsonElement) ?? throw new JsonException("Nothing there.");
        var records = new List<WireRecord>();
        var left = new List<UnreadTask>();
        foreach (var element in raw.Results ?? [])
        {
            try
            {
                records.Add(element.Deserialize(HubSpotJson.Default.WireRecord) is { Id: > 0 } record ? record : throw new JsonException("No id."));
            }
            catch (JsonException)
            {
                left.Add(Unread(element));
            }
        }

        unread = left;
        return new WirePage<WireRecord> { Results = records, Paging = raw.Paging, Total = raw.Total };
    }

    /// <summary>Of an element that cannot be read as a whole its id may still be.</summary>
    private static UnreadTask Unread(JsonElement element)
    {
        var id = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out var value)
            && long.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return new UnreadTask(id, id == 0 ? "HubSpot sent a task without an id." : "HubSpot sent this task with a value that is none.");
    }
}
