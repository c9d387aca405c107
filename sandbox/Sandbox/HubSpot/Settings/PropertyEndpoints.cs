using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Settings;

/// <summary>https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide</summary>
public static class PropertyEndpoints
{
    private const int MostUnique = 10;

    private static readonly string[] Write = ["crm.schemas.contacts.write", "crm.schemas.custom.write", "tickets"];

    private static readonly string[] Types = ["bool", "date", "datetime", "enumeration", "number", "phone_number", "string"];

    public static void Map(IEndpointRouteBuilder routes, Gateway gateway)
    {
        foreach (var prefix in new[] { "/crm/v3/properties", "/crm/properties/2026-03", "/crm/properties/2026-09" })
        {
            routes.MapGet($"{prefix}/{{type}}", gateway.Guard(DefinitionAccess.Of(List), DefinitionAccess.AnyRead));
            routes.MapPost($"{prefix}/{{type}}", gateway.Guard(DefinitionAccess.Of(Create), Write));
            routes.MapPost($"{prefix}/{{type}}/batch/read", gateway.Guard(DefinitionAccess.Of(ReadMany), DefinitionAccess.AnyRead));
            routes.MapGet($"{prefix}/{{type}}/{{name}}", gateway.Guard(DefinitionAccess.Of(Read), DefinitionAccess.AnyRead));
            routes.MapDelete($"{prefix}/{{type}}/{{name}}", gateway.Guard(DefinitionAccess.Of(Archive), Write));
        }
    }

    private static Answer List(Call call, ObjectType type) => Answer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var property in call.QueryFlag("archived") ? [] : type.Properties)
        {
            PropertyJson.Write(json, type, property);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static Answer Read(Call call, ObjectType type) => type.Find(call.Route("name"), out var property)
        ? Answer.Json(200, json => PropertyJson.Write(json, type, property))
        : Refusals.NotFound($"The property '{call.Route("name")}' on object type '{type.Id}' does not exist.");

    private static Answer ReadMany(Call call, ObjectType type)
    {
        var (inputs, refused) = Batch.Inputs(call);
        if (inputs is null)
        {
            return refused!;
        }

        var names = inputs.Select(input => Batch.Text(input, "name") ?? "").Distinct().ToList();
        var missing = names.FindAll(name => !type.Find(name, out _));
        return Batch.Result(call, 200, json =>
        {
            foreach (var name in names.Except(missing))
            {
                PropertyJson.Write(json, type, type[name]);
            }
        }, missing.Count == 0 ? [] : [new BatchError("OBJECT_NOT_FOUND", "Some properties do not exist.", "name", missing)]);
    }

    private static Answer Create(Call call, ObjectType type)
    {
        var body = call.Body;
        var (name, label, kind, field, group) = (Batch.Text(body, "name"), Batch.Text(body, "label"), Batch.Text(body, "type"), Batch.Text(body, "fieldType"), Batch.Text(body, "groupName"));
        if (name is null || label is null || kind is null || field is null || group is null)
        {
            return Refusals.Validation("Invalid input JSON: Some required fields were not set: [name, label, type, fieldType, groupName]");
        }

        if (!Types.Contains(kind) || name.Length > 100)
        {
            return Refusals.Validation($"Invalid property definition: {kind} {name}");
        }

        if (type.Find(name, out _))
        {
            return Refusals.Error(409, "CONFLICT", $"A property named '{name}' already exists.");
        }

        if (group != type.Group)
        {
            return Refusals.Validation($"Property group {group} does not exist on object type '{type.Id}'.");
        }

        var unique = Flag(body, "hasUniqueValue");
        if (unique && type.Properties.Count(property => property.Unique) >= MostUnique)
        {
            return Refusals.Validation($"An object type can have at most {MostUnique} properties with unique values.");
        }

        var options = body.TryGetProperty("options", out var given) && given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().ToDictionary(option => Batch.Text(option, "value") ?? "", option => Batch.Text(option, "label") ?? "")
            : [];
        call.World.Commit(new PropertyDefined(type.Id, name, label, kind, field, group, options, unique)
        {
            Portal = call.Portal.HubId, At = call.Now, Method = call.Method, Path = call.Path, Hidden = Flag(body, "hidden"),
        });
        return Answer.Json(201, json => PropertyJson.Write(json, type, type[name]));
    }

    private static Answer Archive(Call call, ObjectType type)
    {
        var name = call.Route("name");
        if (!type.Find(name, out var property) || property.HubSpotDefined)
        {
            return property is null ? Refusals.NotFound($"The property '{name}' on object type '{type.Id}' does not exist.") : Refusals.Validation($"{name} cannot be archived.");
        }

        call.World.Commit(new PropertyArchived(type.Id, name) { Portal = call.Portal.HubId, At = call.Now, Method = call.Method, Path = call.Path });
        return Answer.NoContent;
    }

    private static bool Flag(JsonElement body, string name) => body.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;
}
