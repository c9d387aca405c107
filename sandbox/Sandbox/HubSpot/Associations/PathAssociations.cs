using Dashboard.Sandbox.HubSpot.Objects;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Associations;

/// <summary>The form of the tasks page: <c>/{type}/{id}/associations/{toType}/{toId}/{associationTypeId or name}</c>.</summary>
public static class PathAssociations
{
    public static Answer Put(AssociationCall pair)
    {
        if (pair.FromRecord is not { } from || pair.ToRecord is not { } to)
        {
            return Refusals.NotFound();
        }

        if (pair.Portal.AssociationTypes.Find(pair.From.Id, pair.To.Id, pair.Call.Route("typeId")) is not { } type)
        {
            return Refusals.Validation($"Association type {pair.Call.Route("typeId")} is not valid between {pair.From.Id} and {pair.To.Id}.");
        }

        pair.Associate(from, to, [type.Id], replace: false);
        return SingleRecord.Show(pair.Call, 200, from, Selection.Of(pair.Portal, pair.From, [], associations: [pair.To.Id]));
    }

    public static Answer Delete(AssociationCall pair)
    {
        if (pair.FromRecord is { } from && pair.ToRecord is { } to && pair.Portal.AssociationTypes.Find(pair.From.Id, pair.To.Id, pair.Call.Route("typeId")) is { } type)
        {
            pair.Dissociate(from, to, [type.Id]);
        }

        return Answer.NoContent;
    }

    public static Answer List(AssociationCall pair)
    {
        if (pair.FromRecord is not { } from)
        {
            return Refusals.NotFound();
        }

        var (page, next, refused) = PairAssociations.Page(pair, from);
        return refused ?? Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            foreach (var link in page.SelectMany(target => target))
            {
                json.WriteStartObject();
                json.WriteString("id", Computed.Number(link.ToId));
                json.WriteString("type", pair.Portal.AssociationTypes.Find(pair.From.Id, pair.To.Id, link.TypeId)!.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (next is { } after)
            {
                Paging.Write(json, Computed.Number(after), pair.Call);
            }

            json.WriteEndObject();
        });
    }
}
