using System.Text.Json;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Associations;

public static class AssociationJson
{
    /// <summary>
    /// One <c>{toObjectId, associationTypes:[…]}</c> for each associated record. The id is a number at the v4 addresses, as the guide shows it, and
    /// text at the dated ones, as the newer specification has it: clients must read both.
    /// </summary>
    public static void WriteTargets(Utf8JsonWriter json, AssociationCall pair, Record from, IEnumerable<IGrouping<long, Link>> targets)
    {
        var dated = pair.Call.Path.Contains("/2026-", StringComparison.Ordinal);
        foreach (var target in targets)
        {
            json.WriteStartObject();
            if (dated)
            {
                json.WriteString("toObjectId", Computed.Number(target.Key));
            }
            else
            {
                json.WriteNumber("toObjectId", target.Key);
            }

            json.WriteStartArray("associationTypes");
            foreach (var link in target)
            {
                WriteType(json, pair.Portal.AssociationTypes.Find(from.Type.Id, pair.To.Id, link.TypeId)!);
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
