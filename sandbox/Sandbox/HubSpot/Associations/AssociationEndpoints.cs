using Dashboard.Sandbox.HubSpot.Objects;
using Dashboard.Sandbox.HubSpot.Wire;

namespace Dashboard.Sandbox.HubSpot.Associations;

/// <summary>
/// Associations in their three generations over one store: the v3 path of the tasks page, v3 batches, and v4 with its dated twin.
/// See https://developers.hubspot.com/docs/api-reference/latest/crm/associations/associate-records/guide
/// </summary>
public static class AssociationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Gateway gateway)
    {
        foreach (var prefix in ObjectEndpoints.Prefixes)
        {
            var pair = $"{prefix}/{{from}}/{{fromId}}/associations/{{to}}/{{toId}}/{{typeId}}";
            routes.MapPut(pair, gateway.Guard(AssociationCall.Of(true, PathAssociations.Put)));
            routes.MapDelete(pair, gateway.Guard(AssociationCall.Of(true, PathAssociations.Delete)));
        }

        routes.MapGet("/crm/v3/objects/{from}/{fromId}/associations/{to}", gateway.Guard(AssociationCall.Of(false, PathAssociations.List)));
        foreach (var prefix in new[] { "/crm/v4/objects", "/crm/objects/2026-03", "/crm/objects/2026-09" })
        {
            var from = $"{prefix}/{{from}}/{{fromId}}/associations";
            routes.MapGet($"{from}/{{to}}", gateway.Guard(AssociationCall.Of(false, PairAssociations.List)));
            routes.MapPut($"{from}/default/{{to}}/{{toId}}", gateway.Guard(AssociationCall.Of(true, PairAssociations.PutDefault)));
            routes.MapPut($"{from}/{{to}}/{{toId}}", gateway.Guard(AssociationCall.Of(true, PairAssociations.Put)));
            routes.MapDelete($"{from}/{{to}}/{{toId}}", gateway.Guard(AssociationCall.Of(true, PairAssociations.Delete)));
        }

        foreach (var prefix in new[] { "/crm/v4/associations", "/crm/associations/2026-03", "/crm/associations/2026-09" })
        {
            var pair = $"{prefix}/{{from}}/{{to}}";
            routes.MapPost($"{pair}/batch/read", gateway.Guard(AssociationCall.Of(false, BatchAssociations.Read)));
            routes.MapPost($"{pair}/batch/create", gateway.Guard(AssociationCall.Of(true, BatchAssociations.Create)));
            routes.MapPost($"{pair}/batch/associate/default", gateway.Guard(AssociationCall.Of(true, BatchAssociations.CreateDefault)));
            routes.MapPost($"{pair}/batch/archive", gateway.Guard(AssociationCall.Of(true, BatchAssociations.Archive)));
            routes.MapPost($"{pair}/batch/labels/archive", gateway.Guard(AssociationCall.Of(true, BatchAssociations.ArchiveLabels)));
            routes.MapGet($"{pair}/labels", gateway.Guard(AssociationCall.Of(false, AssociationLabels.List)));
            routes.MapPost($"{pair}/labels", gateway.Guard(AssociationCall.Of(true, AssociationLabels.Create)));
            routes.MapDelete($"{pair}/labels/{{typeId}}", gateway.Guard(AssociationCall.Of(true, AssociationLabels.Delete)));
        }

        routes.MapPost("/crm/v3/associations/{from}/{to}/batch/read", gateway.Guard(AssociationCall.Of(false, OldBatchAssociations.Read)));
        routes.MapPost("/crm/v3/associations/{from}/{to}/batch/create", gateway.Guard(AssociationCall.Of(true, OldBatchAssociations.Create)));
        routes.MapPost("/crm/v3/associations/{from}/{to}/batch/archive", gateway.Guard(AssociationCall.Of(true, OldBatchAssociations.Archive)));
        routes.MapGet("/crm/v3/associations/{from}/{to}/types", gateway.Guard(AssociationCall.Of(false, OldBatchAssociations.Types)));
    }
}
