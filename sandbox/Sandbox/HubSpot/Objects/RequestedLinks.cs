using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Objects;

public sealed record RequestedLink(Record To, IReadOnlyList<int> TypeIds);

/// <summary>The <c>associations</c> of a create: <c>[{to:{id}, types:[{associationCategory, associationTypeId}]}]</c>.</summary>
public static class RequestedLinks
{
    public static (IReadOnlyList<RequestedLink>? Links, Answer? Refused) Read(Portal portal, ObjectType from, JsonElement associations)
    {
        var links = new List<RequestedLink>();
        if (associations.ValueKind != JsonValueKind.Array)
        {
            return (links, null);
        }

        foreach (var entry in associations.EnumerateArray())
        {
            var id = Id(entry, "to");
            if (id is null || !entry.TryGetProperty("types", out var types) || types.ValueKind != JsonValueKind.Array || types.GetArrayLength() == 0)
            {
                return (null, Refusals.Validation("Invalid association: 'to' and 'types' are required."));
            }

            var to = portal.Types.Find(type => types.EnumerateArray().All(spec => Named(portal, from, type, spec) is not null));
            if (to is null)
            {
                return (null, Refusals.Validation($"Association type {types.GetRawText()} is not valid for object type {from.Id}."));
            }

            if (portal.Find(to, id.Value) is not { Archived: false } record)
            {
                return (null, Refusals.Validation($"Associated object {id} of type {to.Id} does not exist.", contextName: "id", contextValues: [Computed.Number(id.Value)]));
            }

            links.Add(new RequestedLink(record, [.. types.EnumerateArray().Select(spec => Named(portal, from, to, spec)!.Id)]));
        }

        return (links, null);
    }

    /// <summary>The association type of a pair that a specification names by category and number; both must fit.</summary>
    public static AssociationType? Named(Portal portal, ObjectType from, ObjectType to, JsonElement spec) =>
        TypeId(spec) is { } id && portal.AssociationTypes.Find(from.Id, to.Id, id) is { } type && type.Category == Batch.Text(spec, "associationCategory") ? type : null;

    /// <summary>An id given as text or number, in <c>{name:{id}}</c>.</summary>
    public static long? Id(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var holder) ? Id(holder) : null;

    public static long? Id(JsonElement holder)
    {
        if (holder.ValueKind != JsonValueKind.Object || !holder.TryGetProperty("id", out var id))
        {
            return null;
        }

        var text = id.ValueKind == JsonValueKind.String ? id.GetString() : id.GetRawText();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static int? TypeId(JsonElement spec) =>
        spec.ValueKind == JsonValueKind.Object && spec.TryGetProperty("associationTypeId", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) ? number : null;
}
