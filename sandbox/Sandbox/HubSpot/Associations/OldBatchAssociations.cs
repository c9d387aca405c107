using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Objects;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Associations;

/// <summary>v3 batches, which name an association type by its text.</summary>
public static class OldBatchAssociations
{
    public static Answer Read(AssociationCall pair)
    {
        var (inputs, refused) = Batch.Inputs(pair.Call);
        return refused ?? Batch.Result(pair.Call, 200, json =>
        {
            foreach (var from in inputs!.Select(input => pair.Live(pair.From, Batch.Text(input, "id"))).OfType<Record>())
            {
                json.WriteStartObject();
                AssociationJson.WriteEnd(json, "from", from.Id);
                json.WriteStartArray("to");
                foreach (var link in pair.Portal.LiveLinks(from, pair.To))
                {
                    json.WriteStartObject();
                    json.WriteString("id", Computed.Number(link.ToId));
                    json.WriteString("type", pair.Portal.AssociationTypes.Find(pair.From.Id, pair.To.Id, link.TypeId)!.Name);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }
        }, []);
    }

    public static Answer Create(AssociationCall pair) => Each(pair, create: true);

    public static Answer Archive(AssociationCall pair) => Each(pair, create: false);

    public static Answer Types(AssociationCall pair) => Answer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var type in pair.Portal.AssociationTypes.Between(pair.From.Id, pair.To.Id))
        {
            json.WriteStartObject();
            json.WriteString("id", Computed.Number(type.Id));
            json.WriteString("name", type.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static Answer Each(AssociationCall pair, bool create)
    {
        var (inputs, refused) = Batch.Inputs(pair.Call);
        if (inputs is null)
        {
            return refused!;
        }

        var changes = inputs.Select(input => (
            From: pair.Live(pair.From, Computed.Number(RequestedLinks.Id(input, "from") ?? 0)),
            To: pair.Live(pair.To, Computed.Number(RequestedLinks.Id(input, "to") ?? 0)),
            Type: pair.Portal.AssociationTypes.Find(pair.From.Id, pair.To.Id, Batch.Text(input, "type") ?? ""))).ToList();
        if (create && changes.Exists(change => change.From is null || change.To is null || change.Type is null))
        {
            return Refusals.Validation("An object or an association type of the batch does not exist.");
        }

        foreach (var (from, to, type) in changes.Where(change => change is { From: not null, To: not null, Type: not null }))
        {
            if (create)
            {
                pair.Associate(from!, to!, [type!.Id], replace: false);
            }
            else
            {
                pair.Dissociate(from!, to!, [type!.Id]);
            }
        }

        return create ? Batch.Result(pair.Call, 201, json => changes.ForEach(change => Write(json, change.From!, change.To!, change.Type!)), []) : Answer.NoContent;
    }

    private static void Write(Utf8JsonWriter json, Record from, Record to, AssociationType type)
    {
        json.WriteStartObject();
        AssociationJson.WriteEnd(json, "from", from.Id);
        AssociationJson.WriteEnd(json, "to", to.Id);
        json.WriteString("type", type.Name);
        json.WriteEndObject();
    }
}
