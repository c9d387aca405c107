using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Objects;

/// <summary>
/// Batch writes. With a distinct <c>objectWriteTraceId</c> on every input the good ones go through and the bad ones are
/// named in a 207; without, one bad input refuses all. Unknown ids in an update give a 207 either way.
/// </summary>
public static class BatchWrite
{
    public static Answer Create(Call call, ObjectType type) =>
        Run(call, type, 201, Batch.Inputs(call), (writing, input) => new Planned(writing.Create(type, input), null));

    public static Answer Update(Call call, ObjectType type) => Run(call, type, 200, Batch.Named(call), (writing, input) =>
    {
        var id = Batch.Text(input, "id") ?? "";
        return Records.Find(call.Portal, type, id, Batch.Text(input, "idProperty")) is { Archived: false } record
            ? new Planned(writing.Update(record, input), null)
            : new Planned((null, null), null) { Missing = id };
    });

    public static Answer Upsert(Call call, ObjectType type)
    {
        var (inputs, refused) = Batch.Named(call);
        var badly = inputs?.Select(input => Batch.Text(input, "idProperty")).FirstOrDefault(name => name is null || !type.Find(name, out var property) || !property.Unique);
        if (inputs is null || inputs.Any(input => Batch.Text(input, "idProperty") is null) || badly is not null)
        {
            return refused ?? Refusals.Validation($"idProperty {badly ?? "(none)"} is not a unique property of {type.Id}");
        }

        return Run(call, type, 200, (inputs, null), (writing, input) =>
        {
            var (name, id) = (Batch.Text(input, "idProperty")!, Batch.Text(input, "id") ?? "");
            return Records.Find(call.Portal, type, id, name) is { } record
                ? new Planned(writing.Update(record, input), false)
                : new Planned(writing.Create(type, WithId(input, name, id)), true);
        });
    }

    public static Answer Archive(Call call, ObjectType type)
    {
        var (inputs, refused) = Batch.Named(call);
        foreach (var input in inputs ?? [])
        {
            if (Records.Find(call.Portal, type, Batch.Text(input, "id") ?? "", null) is { } record)
            {
                new RecordWriting(call).Archive(record);
            }
        }

        return refused ?? Answer.NoContent;
    }

    private sealed record Planned((PreparedWrite? Write, Answer? Refused) Outcome, bool? IsNew)
    {
        public string? Missing { get; init; }

        public string? TraceId { get; init; }
    }

    private static Answer Run(
        Call call, ObjectType type, int status, (IReadOnlyList<JsonElement>? Inputs, Answer? Refused) given, Func<RecordWriting, JsonElement, Planned> plan)
    {
        if (given.Inputs is not { } inputs)
        {
            return given.Refused!;
        }

        var writing = new RecordWriting(call);
        var planned = inputs.Select(input => plan(writing, input) with { TraceId = Batch.Text(input, "objectWriteTraceId") }).ToList();
        if (planned.Where(each => each.TraceId is not null).GroupBy(each => each.TraceId).Any(group => group.Count() > 1))
        {
            return Refusals.Validation("Each objectWriteTraceId of a batch must be unique.");
        }

        var traced = planned.TrueForAll(each => each.TraceId is not null);
        if (!traced && planned.Find(each => each.Outcome.Refused is not null) is { } bad)
        {
            return bad.Outcome.Refused!;
        }

        var done = planned.Where(each => each.Outcome.Write is not null).Select(each => (Record: each.Outcome.Write!.Commit(), each.TraceId, each.IsNew)).ToList();
        Settling.After(call, done.Where(each => status == 201 || each.IsNew == true).Select(each => each.Record));
        return Batch.Result(call, status, json =>
        {
            foreach (var (record, traceId, isNew) in done)
            {
                RecordJson.Write(json, call.Portal, record, record.Current, Selection.Written(type), call.Now, traceId, isNew);
            }
        }, Errors(type, planned));
    }

    private static List<BatchError> Errors(ObjectType type, List<Planned> planned)
    {
        var errors = planned.Where(each => each.Outcome.Refused is not null)
            .Select(each => new BatchError("VALIDATION_ERROR", Message(each.Outcome.Refused!), "objectWriteTraceId", [each.TraceId!])).ToList();
        var missing = planned.Where(each => each.Missing is not null).Select(each => each.Missing!).ToList();
        if (missing.Count > 0)
        {
            errors.Add(BatchRead.Missing(type, missing));
        }

        return errors;
    }

    private static string Message(Answer refused)
    {
        using var body = JsonDocument.Parse(refused.Body);
        return body.RootElement.GetProperty("message").GetString()!;
    }

    private static JsonElement WithId(JsonElement input, string name, string id)
    {
        var properties = input.TryGetProperty("properties", out var given) && given.ValueKind == JsonValueKind.Object
            ? given.EnumerateObject().ToDictionary(property => property.Name, property => (object)property.Value)
            : [];
        properties.TryAdd(name, id);
        return JsonSerializer.SerializeToElement(new { properties });
    }
}
