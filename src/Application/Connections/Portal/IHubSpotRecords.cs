using Dashboard.Application.Kernel;

namespace Dashboard.Application.Connections.Portal;

/// <summary>Records that tasks are associated with. Failures as in <see cref="IHubSpotTasks"/>.</summary>
public interface IHubSpotRecords
{
    /// <summary>The portal's own object types. https://developers.hubspot.com/docs/api-reference/latest/crm/objects/schemas/guide</summary>
    Task<Result<IReadOnlyList<RecordKind>>> CustomKindsAsync(PortalAccess access, CancellationToken ct);

    /// <summary>Names of up to 100 records; those HubSpot does not have are left out.</summary>
    Task<Result<IReadOnlyList<RemoteRecord>>> NamesAsync(PortalAccess access, RecordKind kind, IReadOnlyList<long> ids, CancellationToken ct);

    /// <summary>Associated records of up to 1,000 tasks, as task and record. https://developers.hubspot.com/docs/api-reference/latest/crm/associations/associate-records/guide</summary>
    Task<Result<IReadOnlyList<(long TaskId, long RecordId)>>> LinksAsync(PortalAccess access, RecordKind kind, IReadOnlyList<long> taskIds, CancellationToken ct);
}

/// <summary>Name and one detail of a record.</summary>
public sealed record RemoteRecord(string ObjectType, long Id, string Name, string? Detail);

/// <summary>A type of record that tasks can be associated with.</summary>
/// <param name="ObjectType">HubSpot's object type id.</param>
/// <param name="PathName">Its name in paths and in the associations of an answer.</param>
/// <param name="Title">Properties that make its name, joined with a space.</param>
/// <param name="Detail">Property shown beside the name, and in its place when the name is empty.</param>
/// <param name="Scope">What must be granted to read it.</param>
public sealed record RecordKind(string ObjectType, string PathName, IReadOnlyList<string> Title, string? Detail, string Scope)
{
    public static readonly IReadOnlyList<RecordKind> Standard =
    [
        new("0-1", "contacts", ["firstname", "lastname"], "email", "crm.objects.contacts.read"),
        new("0-2", "companies", ["name"], "domain", "crm.objects.companies.read"),
        new("0-3", "deals", ["dealname"], "dealstage", "crm.objects.deals.read"),
        new("0-5", "tickets", ["subject"], "hs_pipeline_stage", "tickets"),
    ];
}
