using System.Text.Json;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Settings;

public static class PropertyJson
{
    public static void Write(Utf8JsonWriter json, ObjectType type, PropertyDefinition property)
    {
        json.WriteStartObject();
        json.WriteString("name", property.Name);
        json.WriteString("label", property.Label);
        json.WriteString("type", property.Type);
        json.WriteString("fieldType", property.FieldType);
        json.WriteString("description", property.Description);
        json.WriteString("groupName", property.Group.Length > 0 ? property.Group : type.Group);
        WriteOptions(json, property);
        json.WriteNumber("displayOrder", -1);
        json.WriteBoolean("calculated", property.Calculated);
        json.WriteBoolean("externalOptions", property.ReferencedType is not null);
        if (property.ReferencedType is not null)
        {
            json.WriteString("referencedObjectType", property.ReferencedType);
        }

        json.WriteBoolean("hasUniqueValue", property.Unique);
        json.WriteBoolean("hidden", property.Hidden);
        json.WriteBoolean("hubspotDefined", property.HubSpotDefined);
        json.WriteStartObject("modificationMetadata");
        json.WriteBoolean("archivable", !property.HubSpotDefined);
        json.WriteBoolean("readOnlyDefinition", property.HubSpotDefined);
        json.WriteBoolean("readOnlyValue", property.ReadOnly);
        if (property.Type == "enumeration")
        {
            json.WriteBoolean("readOnlyOptions", property.HubSpotDefined && property.Name is not ("hs_task_status" or "hs_pipeline_stage"));
        }

        json.WriteEndObject();
        json.WriteBoolean("formField", false);
        json.WriteBoolean("archived", false);
        json.WriteString("dataSensitivity", "non_sensitive");
        json.WriteString("createdAt", property.Created is { } created ? Computed.Iso(created) : "2020-06-30T15:57:37.970Z");
        json.WriteString("updatedAt", "2025-03-12T09:20:11.000Z");
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, PropertyDefinition property)
    {
        json.WriteStartArray("options");
        for (var i = 0; i < property.Options.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("label", property.Options[i].Label);
            json.WriteString("value", property.Options[i].Value);
            json.WriteNumber("displayOrder", i);
            json.WriteBoolean("hidden", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
