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

    /// <summary>Records whose default text properties hold the words. Counted as a search. https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm</summary>
    Task<Result<IReadOnlyList<RemoteRecord>>> SearchAsync(PortalAccess access, RecordKind kind, string text, int most, CancellationToken ct);

    /// <summary>Tasks associated with a record.</summary>
    Task<Result<IReadOnlyList<long>>> TasksOfAsync(PortalAccess access, RecordKind kind, long recordId, CancellationToken ct);

    /// <summary>Records of another type associated with a record.</summary>
    Task<Result<IReadOnlyList<long>>> RelatedAsync(PortalAccess access, RecordKind kind, long recordId, RecordKind other, CancellationToken ct);

    /// <summary>Labels a portal has between tasks and records of a type; the unlabelled one has none.</summary>
    Task<Result<IReadOnlyList<RemoteLabel>>> LabelsAsync(PortalAccess access, RecordKind kind, CancellationToken ct);

    /// <summary>The labels on a task's associations with records of a type.</summary>
    Task<Result<IReadOnlyList<(long RecordId, RemoteLabel Label)>>> LabelledAsync(PortalAccess access, RecordKind kind, long taskId, CancellationToken ct);

    /// <summary>Associates a task with a record. Doing it again does no harm.</summary>
    Task<Result<Done>> LinkAsync(PortalAccess access, long taskId, RemoteTarget target, CancellationToken ct);

    /// <summary>Puts labels on the association of a pair and takes others off; those set by others stay. The association is made if it is not there.</summary>
    Task<Result<Done>> LabelAsync(
        PortalAccess access, RecordKind kind, long taskId, long recordId, IReadOnlyList<RemoteLabel> added, IReadOnlyList<RemoteLabel> removed, CancellationToken ct);

    /// <summary>Associates up to 1,000 pairs of tasks and records of one type, plainly. Answers those HubSpot did not take.</summary>
    Task<Result<IReadOnlyList<(long TaskId, long RecordId)>>> LinkManyAsync(
        PortalAccess access, RecordKind kind, IReadOnlyList<(long TaskId, long RecordId)> pairs, CancellationToken ct);

    /// <summary>Takes all associations of a pair away. One that is not there is no failure.</summary>
    Task<Result<Done>> UnlinkAsync(PortalAccess access, RecordKind kind, long taskId, long recordId, CancellationToken ct);

    /// <summary>The same for up to 1,000 pairs.</summary>
    Task<Result<Done>> UnlinkManyAsync(PortalAccess access, RecordKind kind, IReadOnlyList<(long TaskId, long RecordId)> pairs, CancellationToken ct);

    /// <summary>Pins an associated activity on a record, or with null takes the pin away.</summary>
    Task<Result<RemoteRecord>> PinAsync(PortalAccess access, RecordKind kind, long recordId, long? taskId, CancellationToken ct);
}

/// <summary>Name and one detail of a record.</summary>
public sealed record RemoteRecord(string ObjectType, long Id, string Name, string? Detail)
{
    public long? OwnerId { get; init; }

    /// <summary>Of a person, in HubSpot's spelling.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Of a person: two letters, or what somebody wrote.</summary>
    public string? Country { get; init; }

    /// <summary>The pinned activity; HubSpot does not say of which type.</summary>
    public long? PinnedId { get; init; }
}

/// <summary>An association type. https://developers.hubspot.com/docs/api-reference/latest/crm/associations/associate-records/guide</summary>
/// <param name="Category">Such as <c>HUBSPOT_DEFINED</c> or <c>USER_DEFINED</c>.</param>
/// <param name="Name">Null for the unlabelled one.</param>
public sealed record RemoteLabel(string Category, int TypeId, string? Name);
