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

    /// <summary>207 when there are errors, else the given status.</summary>
    public static Answer Result(Call call, int status, Action<Utf8JsonWriter> results, IReadOnlyList<BatchError> errors) =>
        Answer.Json(errors.Count > 0 ? 207 : status, json =>
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
