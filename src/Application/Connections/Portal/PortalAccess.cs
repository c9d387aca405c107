using Dashboard.Application.Kernel;

namespace Dashboard.Application.Connections.Portal;

/// <summary>The right to call one portal now: handed from call to call, never kept. The limiter counts by <paramref name="HubId"/>.</summary>
/// <param name="AccessToken">Plain bearer token; lives for about half an hour.</param>
public sealed record PortalAccess(WorkspaceId Workspace, long HubId, string AccessToken, CallPriority Priority)
{
    /// <summary>The portal's zone; a daily limit ends at its midnight.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Scopes the portal granted.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Without the token: records print themselves, and tokens must not reach logs.</summary>
    public override string ToString() => $"portal {HubId} of workspace {Workspace}";
}

/// <summary>Who waits for the answer when a portal's budget is short.</summary>
public enum CallPriority
{
    /// <summary>The sync, which may wait.</summary>
    Syncing = 0,

    /// <summary>Somebody at a screen, or a change of theirs.</summary>
    Person = 1,
}

/// <summary>What is left of a portal's call budget, as the connection page shows it.</summary>
/// <param name="Max">Calls allowed in <paramref name="Interval"/>, as the last answer said.</param>
/// <param name="Used">Calls counted in the running interval.</param>
/// <param name="PausedFor">How long HubSpot told us to stay away; zero when it did not.</param>
public sealed record PortalBudget(int Max, int Used, TimeSpan Interval, TimeSpan PausedFor);
