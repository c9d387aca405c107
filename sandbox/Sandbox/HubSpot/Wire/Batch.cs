using System.Text.Json;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Wire;

/// <summary>One entry of a 207's <c>errors</c>.</summary>
public sealed record BatchError(string Category, string Message, string ContextName, IReadOnlyList<string> ContextValues);

/// <summary>The frame of batch requests and answers.</summary>
public static class Batch
{
    public static (IReadOnlyList<JsonElement>? Inputs, Answer? Refused) Inputs(Call call, int most = 100)
    {
        if (call.Body.ValueKind != JsonValueKind.Object || !call.Body.TryGetProperty("inputs", out var inputs) || inputs.ValueKind != JsonValueKind.Array || inputs.GetArrayLength() == 0)
        {
            return (null, Refusals.Validation("Invalid input JSON: Some required fields were not set: [inputs]"));
        }

        return inputs.GetArrayLength() > most
            ? (null, Refusals.Validation($"The maximum number of inputs supported in a batch request is {most}."))
            : (inputs.EnumerateArray().ToList(), null);
    }

    /// <summary>Inputs that name records. In writes each stands once: nobody says which of two writes to one record would win.</summary>
    public static (IReadOnlyList<JsonElement>? Inputs, Answer? Refused) Named(Call call, int most = 100, bool once = true)
    {
        var (inputs, refused) = Inputs(call, most);
        if (inputs is null)
        {
            return (null, refused);
        }

        var ids = inputs.Select(input => Text(input, "id")).ToList();
        var twice = ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key!).ToList();
        return ids.Exists(string.IsNullOrEmpty)
            ? (null, Refusals.Validation("Invalid input JSON: Some required fields were not set: [id]"))
            : once && twice.Count > 0
                ? (null, Refusals.Validation($"Duplicate IDs found in batch input: [{string.Join(", ", twice)}]. IDs must be unique", contextName: "ids", contextValues: twice))
                : (inputs, null);
    }

    /// <summary>When there are errors the answer is partial: 207, but at endpoints that know no such status.</summary>
    public static Answer Result(Call call, int status, Action<Utf8JsonWriter> results, IReadOnlyList<BatchError> errors, int partly = 207) =>
        Answer.Json(errors.Count > 0 ? partly : status, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "COMPLETE");
            json.WriteStartArray("results");
            results(json);
            json.WriteEndArray();
            WriteErrors(json, errors);
            json.WriteString("startedAt", Computed.Iso(call.Now));
            json.WriteString("completedAt", Computed.Iso(call.World.Clock.NowMilliseconds));
            json.WriteEndObject();
        });

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyList<BatchError> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        json.WriteNumber("numErrors", errors.Count);
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("status", "error");
            json.WriteString("category", error.Category);
            json.WriteString("message", error.Message);
            Refusals.Context(json, error.ContextName, error.ContextValues);
            json.WriteStartArray("errors");
            json.WriteEndArray();
            json.WriteStartObject("links");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static string? Text(JsonElement input, string name) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;

    public static IReadOnlyList<string> Texts(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText())]
            : [];
}
