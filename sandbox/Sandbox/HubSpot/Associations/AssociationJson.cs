using System.Text.Json;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Associations;

public static class AssociationJson
{
    /// <summary>One <c>{toObjectId, associationTypes:[…]}</c> for each associated record.</summary>
    public static void WriteTargets(Utf8JsonWriter json, Portal portal, Record from, ObjectType to, IEnumerable<IGrouping<long, Link>> targets)
    {
        foreach (var target in targets)
        {
            json.WriteStartObject();
            json.WriteNumber("toObjectId", target.Key);
            json.WriteStartArray("associationTypes");
            foreach (var link in target)
            {
                WriteType(json, portal.AssociationTypes.Find(from.Type.Id, to.Id, link.TypeId)!);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    public static void WriteType(Utf8JsonWriter json, AssociationType type)
    {
        json.WriteStartObject();
        json.WriteString("category", type.Category);
        json.WriteNumber("typeId", type.Id);
        json.WriteString("label", type.Label);
        json.WriteEndObject();
    }

    public static void WriteEnd(Utf8JsonWriter json, string name, long id)
    {
        json.WriteStartObject(name);
        json.WriteString("id", Computed.Number(id));
        json.WriteEndObject();
    }
}
