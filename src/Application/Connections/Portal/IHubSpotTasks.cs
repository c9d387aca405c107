using Dashboard.Application.Kernel;

namespace Dashboard.Application.Connections.Portal;

/// <summary>
/// Tasks of a portal. Failures: <see cref="Failure.Refused"/> when HubSpot read the request and said no (404 is one, by its status),
/// <see cref="Failure.Unavailable"/> when asking again may work, <see cref="Failure.MissingScope"/>,
/// <see cref="Failure.NotConnected"/> when it did not take the token.
/// https://developers.hubspot.com/docs/api-reference/latest/crm/activities/tasks/guide
/// </summary>
public interface IHubSpotTasks
{
    /// <summary>The next 100 tasks after a cursor, with their associations to <paramref name="linked"/>.</summary>
    /// <param name="after">A cursor of an earlier page, or an id to begin behind; null begins at the first task.</param>
    Task<Result<TaskPage>> ListAsync(PortalAccess access, string? after, IReadOnlyList<RecordKind> linked, CancellationToken ct);

    /// <summary>The next 100 tasks of the recycling bin after a cursor; null begins at the first.</summary>
    Task<Result<BinPage>> ListDeletedAsync(PortalAccess access, string? after, CancellationToken ct);

    /// <summary>Five a second and portal; what was just written shows up late.</summary>
    Task<Result<TaskFinds>> SearchAsync(PortalAccess access, TaskSearch search, CancellationToken ct);

    Task<Result<RemoteTask>> ReadAsync(PortalAccess access, long id, IReadOnlyList<RecordKind> linked, CancellationToken ct);

    /// <summary>Changes the named properties only. Sending it again unchanged does no harm.</summary>
    Task<Result<RemoteTask>> UpdateAsync(PortalAccess access, TaskUpdate update, CancellationToken ct);

    /// <summary>
    /// How a task repeats: a beta that a portal may not have. Refused with 404 for a task without a series, and where the beta is not.
    /// https://developers.hubspot.com/docs/api-reference/2026-09-beta/crm/activities/task-series/create-tasks-series
    /// </summary>
    Task<Result<RemoteSeries>> SeriesAsync(PortalAccess access, long taskId, CancellationToken ct);

    /// <summary>Up to 100 tasks by id, without associations; those HubSpot does not have are left out.</summary>
    Task<Result<IReadOnlyList<RemoteTask>>> ReadManyAsync(PortalAccess access, IReadOnlyList<long> ids, CancellationToken ct);

    /// <summary>Up to <see cref="RemoteHistory.MostTasks"/> tasks by id with what the properties held before; those HubSpot does not have are left out.</summary>
    Task<Result<IReadOnlyList<RemoteHistory>>> ReadHistoryAsync(PortalAccess access, IReadOnlyList<long> ids, IReadOnlyList<string> properties, CancellationToken ct);

    /// <summary>Up to 100 tasks by id, without associations, with those that cannot be read told apart from those that are not there.</summary>
    /// <param name="archived">Looks in the recycling bin instead, where HubSpot keeps tasks for about ninety days.</param>
    Task<Result<TaskPage>> LookUpAsync(PortalAccess access, IReadOnlyList<long> ids, bool archived, CancellationToken ct);

    /// <summary>
    /// Makes a task with its associations. Not to be sent again after <see cref="Failure.Unavailable"/> without a look whether HubSpot has it,
    /// unless <see cref="Failure.Unavailable.HadNoEffect"/>.
    /// </summary>
    Task<Result<RemoteTask>> CreateAsync(PortalAccess access, RemoteDraft draft, CancellationToken ct);

    /// <summary>Makes up to 100 tasks. Answers one result for each draft, in their order.</summary>
    Task<Result<IReadOnlyList<Result<RemoteTask>>>> CreateManyAsync(PortalAccess access, IReadOnlyList<RemoteDraft> drafts, CancellationToken ct);

    /// <summary>
    /// Makes up to 100 tasks, each under a key of ours in a property with unique values; one that is there gets the values once more. Sending it
    /// again makes nothing twice. No associations. Answers one result for each draft, in their order.
    /// </summary>
    Task<Result<IReadOnlyList<Result<UpsertedTask>>>> UpsertManyAsync(PortalAccess access, string uniqueProperty, IReadOnlyList<KeyedDraft> drafts, CancellationToken ct);

    /// <summary>Up to 100 tasks by such a key; those HubSpot does not have are left out.</summary>
    Task<Result<IReadOnlyDictionary<string, RemoteTask>>> ReadByKeyAsync(PortalAccess access, string uniqueProperty, IReadOnlyList<string> keys, CancellationToken ct);

    /// <summary>Puts up to 100 tasks into HubSpot's recycling bin. Those it does not have are no failure.</summary>
    Task<Result<Done>> ArchiveAsync(PortalAccess access, IReadOnlyList<long> ids, CancellationToken ct);

    /// <summary>Changes up to 100 tasks, each once. Answers those that HubSpot took; ask for the others one by one to learn why.</summary>
    Task<Result<IReadOnlyList<RemoteTask>>> UpdateManyAsync(PortalAccess access, IReadOnlyList<TaskUpdate> updates, CancellationToken ct);
}
