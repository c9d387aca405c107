using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Settings;

/// <summary>Schemas of custom objects, https://developers.hubspot.com/docs/api-reference/latest/crm/objects/schemas/guide</summary>
public static class SchemaEndpoints
{
    private static readonly string[] Scopes = ["crm.schemas.custom.read", "crm.objects.custom.read"];

    public static void Map(IEndpointRouteBuilder routes, Gateway gateway)
    {
        foreach (var prefix in new[] { "/crm/v3/schemas", "/crm-object-schemas/v3/schemas", "/crm-object-schemas/2026-03/schemas", "/crm-object-schemas/2026-09/schemas" })
        {
            routes.MapGet(prefix, gateway.Guard(List, Scopes));
            routes.MapGet($"{prefix}/{{type}}", gateway.Guard(DefinitionAccess.Of(Read), Scopes));
        }
    }

    private static Answer List(Call call) => Answer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var type in call.QueryFlag("archived") ? [] : call.Portal.Types.Where(type => type.Custom))
        {
            Write(json, call.Portal, type);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static Answer Read(Call call, ObjectType type) => Answer.Json(200, json => Write(json, call.Portal, type));

    private static void Write(Utf8JsonWriter json, Portal portal, ObjectType type)
    {
        json.WriteStartObject();
        json.WriteString("id", type.Id[(type.Id.IndexOf('-', StringComparison.Ordinal) + 1)..]);
        json.WriteString("name", type.Singular);
        json.WriteStartObject("labels");
        json.WriteString("singular", Capital(type.Singular));
        json.WriteString("plural", Capital(type.Custom ? type.Aliases[0] : type.Name));
        json.WriteEndObject();
        json.WriteString("objectTypeId", type.Id);
        json.WriteString("fullyQualifiedName", type.Custom ? type.Name : type.Singular.ToUpperInvariant());
        json.WriteString("primaryDisplayProperty", type.DisplayProperty);
        Names(json, "secondaryDisplayProperties", type.QueryProperties.Where(name => name != type.DisplayProperty));
        Names(json, "searchableProperties", type.QueryProperties);
        Names(json, "requiredProperties", type.RequiredProperties);
        json.WriteStartArray("properties");
        foreach (var property in type.Properties)
        {
            PropertyJson.Write(json, type, property);
        }

        json.WriteEndArray();
        WriteAssociations(json, portal, type);
        json.WriteBoolean("archived", false);
        json.WriteString("createdAt", "2024-01-08T08:00:00.000Z");
        json.WriteString("updatedAt", "2024-01-08T08:00:00.000Z");
        json.WriteEndObject();
    }

    private static void WriteAssociations(Utf8JsonWriter json, Portal portal, ObjectType type)
    {
        json.WriteStartArray("associations");
        foreach (var pair in portal.Types.SelectMany(other => portal.AssociationTypes.Between(type.Id, other.Id).Concat(portal.AssociationTypes.Between(other.Id, type.Id))))
        {
            json.WriteStartObject();
            json.WriteString("id", Computed.Number(pair.Id));
            json.WriteString("fromObjectTypeId", pair.From);
            json.WriteString("toObjectTypeId", pair.To);
            json.WriteString("name", pair.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
