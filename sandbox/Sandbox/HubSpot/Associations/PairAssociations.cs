using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Objects;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Associations;

/// <summary>v4 calls about one record or one pair of records.</summary>
public static class PairAssociations
{
    public static Answer List(AssociationCall pair)
    {
        if (pair.FromRecord is not { } from)
        {
            return Refusals.NotFound();
        }

        var (page, next, refused) = Page(pair, from);
        return refused ?? Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            AssociationJson.WriteTargets(json, pair, from, page);
            json.WriteEndArray();
            if (next is { } after)
            {
                Paging.Write(json, Computed.Number(after), pair.Call);
            }

            json.WriteEndObject();
        });
    }

    public static Answer PutDefault(AssociationCall pair)
    {
        if (pair.FromRecord is not { } from || pair.ToRecord is not { } to)
        {
            return Refusals.NotFound();
        }

        if (pair.Default is not { } type)
        {
            return Refusals.Validation($"No default association between {pair.From.Id} and {pair.To.Id}.");
        }

        pair.Associate(from, to, [type.Id], replace: false);
        return Batch.Result(pair.Call, 200, json => WriteBothDirections(json, from, to, type), []);
    }

    public static Answer Put(AssociationCall pair)
    {
        if (pair.FromRecord is not { } from || pair.ToRecord is not { } to)
        {
            return Refusals.NotFound();
        }

        var (types, refused) = Types(pair, pair.Call.Body);
        if (types is null)
        {
            return refused!;
        }

        pair.Associate(from, to, [.. types.Select(type => type.Id)], replace: true);
        return Answer.Json(201, json => WriteLabelled(json, pair, from, to, types));
    }

    public static Answer Delete(AssociationCall pair)
    {
        if (pair.FromRecord is { } from && pair.ToRecord is { } to)
        {
            pair.Dissociate(from, to, null);
        }

        return Answer.NoContent;
    }

    public static (List<IGrouping<long, Link>> Page, long? Next, Answer? Refused) Page(AssociationCall pair, Record from)
    {
        long after = 0;
        if (pair.Call.QueryNumber("limit", 500) is not { } limit || limit is < 1 or > 500
            || (pair.Call.Query("after") is { } text && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after)))
        {
            return ([], null, Refusals.Validation("Invalid limit or paging cursor; the limit is at most 500."));
        }

        var targets = Targets(pair.Portal, from, pair.To, after);
        return targets.Count > limit ? (targets.GetRange(0, limit), targets[limit - 1].Key, null) : (targets, null, null);
    }

    public static List<IGrouping<long, Link>> Targets(Portal portal, Record from, ObjectType to, long after) =>
        [.. portal.LiveLinks(from, to).Where(link => link.ToId > after).GroupBy(link => link.ToId)];

    public static (IReadOnlyList<AssociationType>? Types, Answer? Refused) Types(AssociationCall pair, JsonElement specs)
    {
        if (specs.ValueKind != JsonValueKind.Array || specs.GetArrayLength() == 0)
        {
            return (null, Refusals.Validation("Invalid input JSON: a list of association types is required."));
        }

        var types = specs.EnumerateArray().Select(spec => RequestedLinks.Named(pair.Portal, pair.From, pair.To, spec)).ToList();
        return types.Contains(null)
            ? (null, Refusals.Validation($"An association type is not valid between {pair.From.Id} and {pair.To.Id}: {specs.GetRawText()}"))
            : ([.. types.OfType<AssociationType>()], null);
    }

    public static void WriteBothDirections(Utf8JsonWriter json, Record from, Record to, AssociationType type)
    {
        WriteOne(json, from.Id, to.Id, type.Category, type.Id);
        WriteOne(json, to.Id, from.Id, type.Category, type.Inverse);
    }

    public static void WriteLabelled(Utf8JsonWriter json, AssociationCall pair, Record from, Record to, IReadOnlyList<AssociationType> types)
    {
        json.WriteStartObject();
        json.WriteString("fromObjectTypeId", pair.From.Id);
        json.WriteString("fromObjectId", Computed.Number(from.Id));
        json.WriteString("toObjectTypeId", pair.To.Id);
        json.WriteString("toObjectId", Computed.Number(to.Id));
        json.WriteStartArray("labels");
        foreach (var type in types.Where(type => type.Label is not null))
        {
            json.WriteStringValue(type.Label);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOne(Utf8JsonWriter json, long from, long to, string category, int typeId)
    {
        json.WriteStartObject();
        AssociationJson.WriteEnd(json, "from", from);
        AssociationJson.WriteEnd(json, "to", to);
        json.WriteStartObject("associationSpec");
        json.WriteString("associationCategory", category);
        json.WriteNumber("associationTypeId", typeId);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
