using Dashboard.Application.Kernel;

namespace Dashboard.Application.Connections.Portal;

/// <summary>The portal around the tasks: account, owners, the values its enumerations allow. Failures as in <see cref="IHubSpotTasks"/>.</summary>
public interface IHubSpotPortal
{
    /// <summary>https://developers.hubspot.com/docs/api-reference/latest/account/account-information/guide</summary>
    Task<Result<PortalAccount>> AccountAsync(PortalAccess access, CancellationToken ct);

    /// <summary>All owners, the archived ones too. https://developers.hubspot.com/docs/api-reference/latest/crm/owners/guide</summary>
    Task<Result<IReadOnlyList<RemoteOwner>>> OwnersAsync(PortalAccess access, CancellationToken ct);

    /// <summary>Values of status, priority and type, each status with whether it is closed in the task pipeline.</summary>
    Task<Result<IReadOnlyList<RemoteOption>>> TaskOptionsAsync(PortalAccess access, CancellationToken ct);

    /// <summary>Stages of all pipelines of a type of record. https://developers.hubspot.com/docs/api-reference/latest/crm/pipelines/guide</summary>
    Task<Result<IReadOnlyList<RemoteStage>>> StagesAsync(PortalAccess access, RecordKind kind, CancellationToken ct);

    /// <summary>Definition of a property of tasks; one that is not there is refused with 404. https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide</summary>
    Task<Result<RemoteProperty>> TaskPropertyAsync(PortalAccess access, string name, CancellationToken ct);

    /// <summary>Adds a text with unique values to tasks. Refused with 409 when there is one of that name.</summary>
    Task<Result<RemoteProperty>> AddTaskPropertyAsync(PortalAccess access, NewTextProperty property, CancellationToken ct);

    /// <summary>What is left of the portal's call budget in this process; no call is made.</summary>
    PortalBudget BudgetOf(long hubId);
}

/// <param name="UiDomain">Browser host, such as <c>app-eu1.hubspot.com</c>.</param>
public sealed record PortalAccount(long HubId, string? UiDomain, string? TimeZone);

public sealed record RemoteOwner(long Id, string? Email, string? FirstName, string? LastName, bool Archived)
{
    /// <summary>HubSpot's number of the person who signs in, which histories name; null for one who cannot any more.</summary>
    public long? UserId { get; init; }
}

public sealed record RemoteOption(string Property, string Value, string Label, int Order, bool Hidden, bool IsClosed);

public sealed record RemoteStage(string Id, string Label, bool IsClosed);

/// <param name="Type">HubSpot's word, such as <c>string</c>.</param>
/// <param name="CreatedAt">Null when the answer did not say.</param>
public sealed record RemoteProperty(string Name, string Type, string Group, bool IsUnique, bool IsArchived, DateTimeOffset? CreatedAt);

/// <summary>A hidden text property with unique values.</summary>
/// <param name="Group">Internal name of a group that exists.</param>
public sealed record NewTextProperty(string Name, string Label, string Description, string Group);
