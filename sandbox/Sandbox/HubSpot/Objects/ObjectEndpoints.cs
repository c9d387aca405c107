using Dashboard.Sandbox.HubSpot.Search;
using Dashboard.Sandbox.HubSpot.Wire;
using static Dashboard.Sandbox.HubSpot.Objects.ObjectAccess;

namespace Dashboard.Sandbox.HubSpot.Objects;

/// <summary>
/// The CRM object API under its old and its dated addresses, from one set of handlers.
/// See https://developers.hubspot.com/docs/api-reference/latest/crm/using-object-apis
/// </summary>
public static class ObjectEndpoints
{
    public static readonly string[] Prefixes = ["/crm/v3/objects", "/crm/objects/2026-03", "/crm/objects/2026-09"];

    public static void Map(IEndpointRouteBuilder routes, Gateway gateway)
    {
        foreach (var prefix in Prefixes)
        {
            routes.MapGet($"{prefix}/{{type}}", gateway.Guard(Reading(ListRecords.Run)));
            routes.MapPost($"{prefix}/{{type}}", gateway.Guard(Writing(SingleRecord.Create)));
            routes.MapGet($"{prefix}/{{type}}/{{id}}", gateway.Guard(Reading(SingleRecord.Read)));
            routes.MapPatch($"{prefix}/{{type}}/{{id}}", gateway.Guard(Writing(SingleRecord.Update)));
            routes.MapDelete($"{prefix}/{{type}}/{{id}}", gateway.Guard(Writing(SingleRecord.Archive)));
            routes.MapPost($"{prefix}/{{type}}/batch/read", gateway.Guard(Reading(BatchRead.Run)));
            routes.MapPost($"{prefix}/{{type}}/batch/create", gateway.Guard(Writing(BatchWrite.Create)));
            routes.MapPost($"{prefix}/{{type}}/batch/update", gateway.Guard(Writing(BatchWrite.Update)));
            routes.MapPost($"{prefix}/{{type}}/batch/upsert", gateway.Guard(Writing(BatchWrite.Upsert)));
            routes.MapPost($"{prefix}/{{type}}/batch/archive", gateway.Guard(Writing(BatchWrite.Archive)));
            routes.MapPost($"{prefix}/{{type}}/search", gateway.Guard(Reading(SearchRecords.Run), search: true));
        }
    }
}
