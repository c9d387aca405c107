using System.Globalization;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Events;

namespace Dashboard.Sandbox.HubSpot.Associations;

public static class AssociationLabels
{
    public static Answer List(AssociationCall pair) => Answer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var type in pair.Portal.AssociationTypes.Between(pair.From.Id, pair.To.Id))
        {
            AssociationJson.WriteType(json, type);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static Answer Create(AssociationCall pair)
    {
        var (name, label) = (Batch.Text(pair.Call.Body, "name"), Batch.Text(pair.Call.Body, "label"));
        if (name is null || label is null)
        {
            return Refusals.Validation("Invalid input JSON: Some required fields were not set: [name, label]");
        }

        var id = pair.Portal.AssociationTypes.NextId;
        pair.Call.World.Commit(new LabelDefined(pair.From.Id, pair.To.Id, id, id + 1, name, label, Batch.Text(pair.Call.Body, "inverseLabel"), false)
        {
            Portal = pair.Portal.HubId, At = pair.Call.Now, Method = pair.Call.Method, Path = pair.Call.Path,
        });
        return Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            AssociationJson.WriteType(json, pair.Portal.AssociationTypes.Find(pair.From.Id, pair.To.Id, id)!);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    public static Answer Delete(AssociationCall pair)
    {
        if (int.TryParse(pair.Call.Route("typeId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && pair.Portal.AssociationTypes.Find(pair.From.Id, pair.To.Id, id) is { Category: "USER_DEFINED", Label: not null } type)
        {
            pair.Call.World.Commit(new LabelDefined(type.From, type.To, type.Id, type.Inverse, type.Name, type.Label, null, true)
            {
                Portal = pair.Portal.HubId, At = pair.Call.Now, Method = pair.Call.Method, Path = pair.Call.Path,
            });
        }

        return Answer.NoContent;
    }
}
