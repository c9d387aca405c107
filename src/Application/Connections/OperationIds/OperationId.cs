using Dashboard.Application.Connections.Portal;

namespace Dashboard.Application.Connections.OperationIds;

/// <summary>
/// The property of tasks that holds our id of a creation. Its values are unique, so HubSpot itself recognises a creation that is sent again.
/// https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide
/// </summary>
public static class OperationId
{
    public const string Property = "tasklane_operation_id";

    public static string Text(Guid operation) => operation.ToString("D");

    /// <summary>As it is made on request. Hidden: it says nothing to people.</summary>
    public static NewTextProperty Definition(string group) => new(
        Property, "Tasklane operation id", "Set by Tasklane when it makes a task, so that a repeated request never makes a second one.", group);

    internal static OperationIdState Judge(RemoteProperty? property) => property switch
    {
        null or { IsArchived: true } => OperationIdState.Missing,
        { Type: "string", IsUnique: true } => OperationIdState.Usable,
        _ => OperationIdState.Unfit,
    };
}

/// <summary>What a portal has of <see cref="OperationId.Property"/>.</summary>
public enum OperationIdState
{
    /// <summary>Not looked yet.</summary>
    Unknown = 0,

    /// <summary>New tasks are made under it.</summary>
    Usable = 1,

    Missing = 2,

    /// <summary>There is one of that name, but it is no text or its values are not unique.</summary>
    Unfit = 3,

    /// <summary>It was usable once; somebody archived it.</summary>
    Gone = 4,
}
