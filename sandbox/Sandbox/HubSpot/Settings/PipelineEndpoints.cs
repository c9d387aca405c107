using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Settings;

/// <summary>https://developers.hubspot.com/docs/api-reference/latest/crm/pipelines/guide</summary>
public static class PipelineEndpoints
{
    private const string Made = "2024-01-08T08:00:00.000Z";

    public static void Map(IEndpointRouteBuilder routes, Gateway gateway)
    {
        foreach (var prefix in new[] { "/crm/v3/pipelines", "/crm/pipelines/2026-03", "/crm/pipelines/2026-09" })
        {
            routes.MapGet($"{prefix}/{{type}}", gateway.Guard(DefinitionAccess.Of(List), DefinitionAccess.AnyRead));
            routes.MapGet($"{prefix}/{{type}}/{{id}}", gateway.Guard(DefinitionAccess.Of(Read), DefinitionAccess.AnyRead));
            routes.MapGet($"{prefix}/{{type}}/{{id}}/stages", gateway.Guard(DefinitionAccess.Of(Stages), DefinitionAccess.AnyRead));
            routes.MapGet($"{prefix}/{{type}}/{{id}}/stages/{{stage}}", gateway.Guard(DefinitionAccess.Of(Stage), DefinitionAccess.AnyRead));
        }
    }

    private static List<Pipeline> Of(Call call, ObjectType type) => call.Portal.Pipelines.GetValueOrDefault(type.Id) ?? [];

    private static Answer List(Call call, ObjectType type) => Answer.Json(200, json => Results(json, () => Of(call, type).ForEach(pipeline => Write(json, type, pipeline))));

    private static Answer Read(Call call, ObjectType type) => Of(call, type).Find(pipeline => pipeline.Id == call.Route("id")) is { } found
        ? Answer.Json(200, json => Write(json, type, found))
        : Refusals.NotFound();

    private static Answer Stages(Call call, ObjectType type) => Of(call, type).Find(pipeline => pipeline.Id == call.Route("id")) is { } found
        ? Answer.Json(200, json => Results(json, () => WriteStages(json, type, found)))
        : Refusals.NotFound();

    private static Answer Stage(Call call, ObjectType type)
    {
        var stages = Of(call, type).Find(pipeline => pipeline.Id == call.Route("id"))?.Stages.ToList() ?? [];
        var at = stages.FindIndex(stage => stage.Id == call.Route("stage"));
        return at < 0 ? Refusals.NotFound() : Answer.Json(200, json => WriteStage(json, type, stages[at], at));
    }

    private static void Results(Utf8JsonWriter json, Action write)
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        write();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ObjectType type, Pipeline pipeline)
    {
        json.WriteStartObject();
        json.WriteString("label", pipeline.Label);
        json.WriteNumber("displayOrder", 0);
        json.WriteString("id", pipeline.Id);
        json.WriteStartArray("stages");
        WriteStages(json, type, pipeline);
        json.WriteEndArray();
        json.WriteString("createdAt", Made);
        json.WriteString("updatedAt", Made);
        json.WriteBoolean("archived", false);
        json.WriteEndObject();
    }

    private static void WriteStages(Utf8JsonWriter json, ObjectType type, Pipeline pipeline)
    {
        for (var i = 0; i < pipeline.Stages.Count; i++)
        {
            WriteStage(json, type, pipeline.Stages[i], i);
        }
    }

    private static void WriteStage(Utf8JsonWriter json, ObjectType type, PipelineStage stage, int order)
    {
        json.WriteStartObject();
        json.WriteString("label", stage.Label);
        json.WriteNumber("displayOrder", order);
        json.WriteStartObject("metadata");
        foreach (var (name, value) in stage.Metadata)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteString("id", stage.Id);
        json.WriteString("createdAt", Made);
        json.WriteString("updatedAt", Made);
        json.WriteBoolean("archived", false);
        json.WriteString("writePermissions", type.Id == "0-27" ? "CRM_PERMISSIONS_ENFORCEMENT" : "INTERNAL_ONLY");
        json.WriteEndObject();
    }
}
