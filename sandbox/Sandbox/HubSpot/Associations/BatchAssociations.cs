using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Objects;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Associations;

/// <summary>v4 batches: 1,000 ids to read, 2,000 pairs to write. Inputs without any association are named in a 207.</summary>
public static class BatchAssociations
{
    public static Answer Read(AssociationCall pair)
    {
        var (inputs, refused) = Batch.Named(pair.Call, 1000, once: false);
        if (inputs is null)
        {
            return refused!;
        }

        var found = new List<(Record From, List<IGrouping<long, Link>> To)>();
        var missing = new List<string>();
        foreach (var input in inputs)
        {
            long.TryParse(Batch.Text(input, "after"), NumberStyles.None, CultureInfo.InvariantCulture, out var after);
            var from = pair.Live(pair.From, Batch.Text(input, "id"));
            var targets = from is null ? [] : PairAssociations.Targets(pair.Portal, from, pair.To, after);
            if (targets.Count > 0)
            {
                found.Add((from!, targets));
            }
            else
            {
                missing.Add(Batch.Text(input, "id") ?? "");
            }
        }

        var errors = missing.ConvertAll(id => new BatchError("OBJECT_NOT_FOUND", $"No {pair.To.Singular} is associated with {pair.From.Singular} {id}.", "fromObjectId", [id]));
        return Batch.Result(pair.Call, 200, json => found.ForEach(each => WriteFrom(json, pair, each.From, each.To)), errors);
    }

    public static Answer Create(AssociationCall pair) => Pairs(pair, 201, (from, to, input) =>
    {
        var (types, refused) = PairAssociations.Types(pair, input.TryGetProperty("types", out var specs) ? specs : default);
        if (types is null)
        {
            return (null, refused);
        }

        return (json =>
        {
            pair.Associate(from, to, [.. types.Select(type => type.Id)], replace: true);
            PairAssociations.WriteLabelled(json, pair, from, to, types);
        }, null);
    });

    /// <summary>The specification knows no 207 here: what could not be done is named in the errors of a 200.</summary>
    public static Answer CreateDefault(AssociationCall pair) => pair.Default is not { } type
        ? Refusals.Validation($"No default association between {pair.From.Id} and {pair.To.Id}.")
        : Pairs(pair, 200, (from, to, _) => (json =>
        {
            pair.Associate(from, to, [type.Id], replace: false);
            PairAssociations.WriteBothDirections(json, from, to, type);
        }, null), partly: 200);

    public static Answer Archive(AssociationCall pair)
    {
        var (inputs, refused) = Batch.Inputs(pair.Call, 2000);
        foreach (var input in inputs ?? [])
        {
            var targets = input.ValueKind == JsonValueKind.Object && input.TryGetProperty("to", out var to)
                ? to.ValueKind == JsonValueKind.Array ? to.EnumerateArray().ToList() : [to]
                : [];
            foreach (var target in targets)
            {
                if (Find(pair, pair.From, RequestedLinks.Id(input, "from")) is { } from && Find(pair, pair.To, RequestedLinks.Id(target)) is { } other)
                {
                    pair.Dissociate(from, other, null);
                }
            }
        }

        return refused ?? Answer.NoContent;
    }

    public static Answer ArchiveLabels(AssociationCall pair)
    {
        var (inputs, refused) = Batch.Inputs(pair.Call, 2000);
        foreach (var input in inputs ?? [])
        {
            var types = input.ValueKind == JsonValueKind.Object && input.TryGetProperty("types", out var specs) && specs.ValueKind == JsonValueKind.Array
                ? specs.EnumerateArray().Select(RequestedLinks.TypeId).OfType<int>().ToList()
                : [];
            if (types.Count > 0 && Find(pair, pair.From, RequestedLinks.Id(input, "from")) is { } from && Find(pair, pair.To, RequestedLinks.Id(input, "to")) is { } to)
            {
                pair.Dissociate(from, to, types);
            }
        }

        return refused ?? Answer.NoContent;
    }

    private static Answer Pairs(AssociationCall pair, int status, Func<Record, Record, JsonElement, (Action<Utf8JsonWriter>? Write, Answer? Refused)> plan, int partly = 207)
    {
        var (inputs, refused) = Batch.Inputs(pair.Call, 2000);
        if (inputs is null)
        {
            return refused!;
        }

        if (inputs.Any(input => RequestedLinks.Id(input, "from") is null || RequestedLinks.Id(input, "to") is null))
        {
            return Refusals.Validation("Invalid input JSON: Some required fields were not set: [from, to]");
        }

        var writes = new List<Action<Utf8JsonWriter>>();
        var errors = new List<BatchError>();
        foreach (var input in inputs)
        {
            if (Find(pair, pair.From, RequestedLinks.Id(input, "from")) is not { } from || Find(pair, pair.To, RequestedLinks.Id(input, "to")) is not { } to)
            {
                errors.Add(new BatchError("OBJECT_NOT_FOUND", "One of the objects does not exist.", "fromObjectId", [$"{RequestedLinks.Id(input, "from")}"]));
                continue;
            }

            var (write, bad) = plan(from, to, input);
            if (write is null)
            {
                return bad!;
            }

            writes.Add(write);
        }

        return Batch.Result(pair.Call, status, json => writes.ForEach(write => write(json)), errors, partly);
    }

    private static Record? Find(AssociationCall pair, ObjectType type, long? id) => id is { } number && pair.Portal.Find(type, number) is { Archived: false } record ? record : null;

    private static void WriteFrom(Utf8JsonWriter json, AssociationCall pair, Record from, List<IGrouping<long, Link>> targets)
    {
        var page = targets.Take(500).ToList();
        json.WriteStartObject();
        AssociationJson.WriteEnd(json, "from", from.Id);
        json.WriteStartArray("to");
        AssociationJson.WriteTargets(json, pair, from, page);
        json.WriteEndArray();
        if (targets.Count > page.Count)
        {
            Paging.Write(json, Computed.Number(page[^1].Key));
        }

        json.WriteEndObject();
    }
}
