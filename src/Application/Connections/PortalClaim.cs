using Dashboard.Application.Kernel;

namespace Dashboard.Application.Connections;

/// <summary>Which workspace a portal belongs to. One portal, one workspace: the key is the hub id.</summary>
public sealed class PortalClaim
{
    public required long HubId { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }
}

/// <summary>A consent that was asked for and may come back once, to the same person, workspace and session.</summary>
public sealed class ConnectAttempt
{
    /// <summary>SHA-256 of the random state, as lower-case hex.</summary>
    public required string Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>Key hash of the session that asked.</summary>
    public required string SessionHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
