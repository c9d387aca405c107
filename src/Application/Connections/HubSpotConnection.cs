using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Connections;

/// <summary>The workspace's OAuth grant for one HubSpot portal. Tokens are sealed by the vault, never plain in the database.</summary>
public sealed class HubSpotConnection : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>The portal's hub id.</summary>
    public required long HubId { get; set; }

    public string PortalName { get; set; } = "";

    /// <summary>Browser host of the portal's region, such as <c>app.hubspot.com</c>.</summary>
    public string UiDomain { get; set; } = "app.hubspot.com";

    /// <summary>The portal's zone (IANA or HubSpot's legacy name).</summary>
    public string? TimeZone { get; set; }

    /// <summary>Granted scopes, separated by spaces.</summary>
    public string Scopes { get; set; } = "";

    public ConnectionState State { get; set; }

    public required byte[] RefreshToken { get; set; }

    public byte[]? AccessToken { get; set; }

    public DateTimeOffset? AccessTokenExpiresAt { get; set; }

    public required Guid ConnectedBy { get; set; }

    public required DateTimeOffset ConnectedAt { get; set; }

    public DateTimeOffset? LastReadAt { get; set; }

    public DateTimeOffset? LastWriteAt { get; set; }

    /// <summary>Whether new tasks are made under an operation id of ours.</summary>
    public OperationIdState OperationIds { get; set; }

    /// <summary>When HubSpot made the property that holds it; null while there is none.</summary>
    public DateTimeOffset? OperationIdsSince { get; set; }

    /// <summary>The portal does not tell how tasks repeat (no beta, no permission): it is asked again from here on. Null while it does.</summary>
    public DateTimeOffset? SeriesClosedUntil { get; set; }

    /// <summary>Sentence of the last failure; null after the next success.</summary>
    public string? Trouble { get; set; }
}

/// <summary>What can be done with the grant.</summary>
public enum ConnectionState
{
    Connected = 0,

    /// <summary>HubSpot refused the refresh token: changes wait, an admin connects again.</summary>
    NeedsReconnect = 1,
}
