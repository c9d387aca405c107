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

    /// <summary>Five a second and portal; what was just written shows up late.</summary>
    Task<Result<TaskFinds>> SearchAsync(PortalAccess access, TaskSearch search, CancellationToken ct);

    Task<Result<RemoteTask>> ReadAsync(PortalAccess access, long id, IReadOnlyList<RecordKind> linked, CancellationToken ct);

    /// <summary>Changes the named properties only. Sending it again unchanged does no harm.</summary>
    Task<Result<RemoteTask>> UpdateAsync(PortalAccess access, TaskUpdate update, CancellationToken ct);

    /// <summary>Changes up to 100 tasks, each once. Answers those that HubSpot took; ask for the others one by one to learn why.</summary>
    Task<Result<IReadOnlyList<RemoteTask>>> UpdateManyAsync(PortalAccess access, IReadOnlyList<TaskUpdate> updates, CancellationToken ct);
}
