using System.Collections.Concurrent;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Connections;

/// <summary>
/// Access to the portal of a workspace. Renews by the expiry HubSpot named, once per expiry for any number of callers of any number of
/// replicas, and marks a connection as broken only when HubSpot itself refuses the refresh token.
/// </summary>
public sealed class TokenSource(IDashboardDbs dbs, Leases leases, ITokenVault vault, IHubSpotGrants grants, IWorkspaceFeed feed, TimeProvider clock)
{
    /// <summary>Renewed this long before expiry, so that a call on its way does not outlive its token.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    /// <summary>How long callers wait for another replica's renewal; longer than it takes to find out that it died.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<WorkspaceId, SemaphoreSlim> renewing = new();

    /// <summary>Runs a call with a valid token. When HubSpot turns the token down all the same, it is renewed once and the call made again.</summary>
    public async Task<Result<T>> CallAsync<T>(
        WorkspaceId workspace, CallPriority priority, Func<PortalAccess, Task<Result<T>>> call, CancellationToken ct)
    {
        var access = await AccessAsync(workspace, priority, ct);
        if (!access.Ok)
        {
            return access.Failure;
        }

        var first = await call(access.Value);
        if (first.Failure is not Failure.NotConnected)
        {
            return first;
        }

        var renewed = await RenewAsync(access.Value, ct);
        return renewed.Ok ? await call(renewed.Value) : renewed.Failure;
    }

    /// <summary>A token that will not expire within the next minutes.</summary>
    public async Task<Result<PortalAccess>> AccessAsync(WorkspaceId workspace, CallPriority priority, CancellationToken ct)
    {
        var connection = await ReadAsync(workspace, ct);
        return Usable(connection, priority, turnedDown: null) ?? await RenewOnceAsync(workspace, priority, null, ct);
    }

    /// <summary>After HubSpot turned a token down: another token than that one.</summary>
    public Task<Result<PortalAccess>> RenewAsync(PortalAccess turnedDown, CancellationToken ct) =>
        RenewOnceAsync(turnedDown.Workspace, turnedDown.Priority, turnedDown.AccessToken, ct);

    private async Task<Result<PortalAccess>> RenewOnceAsync(WorkspaceId workspace, CallPriority priority, string? turnedDown, CancellationToken ct)
    {
        var turn = renewing.GetOrAdd(workspace, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct);
        try
        {
            return await OneReplicaAsync(workspace, priority, turnedDown, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Renews if the lease can be had; else waits for what the replica that holds it brings.</summary>
    private async Task<Result<PortalAccess>> OneReplicaAsync(WorkspaceId workspace, CallPriority priority, string? turnedDown, CancellationToken ct)
    {
        for (var asked = clock.GetTimestamp(); clock.GetElapsedTime(asked) < Patience; await Task.Delay(BetweenLooks, clock, ct))
        {
            if (Usable(await ReadAsync(workspace, ct), priority, turnedDown) is { } ready)
            {
                return ready;
            }

            if (await leases.TakeAsync(workspace, Lease.Token, ct) is { } fence)
            {
                try
                {
                    return await RenewAloneAsync(workspace, priority, turnedDown, ct);
                }
                finally
                {
                    await leases.GiveBackAsync(fence);
                }
            }
        }

        return new Failure.Unavailable("The connection to HubSpot is being renewed elsewhere. It is tried again shortly.") { HadNoEffect = true };
    }

    private async Task<Result<PortalAccess>> RenewAloneAsync(WorkspaceId workspace, CallPriority priority, string? turnedDown, CancellationToken ct)
    {
        // Whoever held the turn before may have renewed it; so may a replica that was held up past its lease, whose token then refused ours.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var connection = await ReadAsync(workspace, ct);
            if (Usable(connection, priority, turnedDown) is { } ready)
            {
                return ready;
            }

            var renewed = await RefreshAsync(connection!, priority, ct);
            if (!renewed.Ok)
            {
                return renewed.Failure;
            }

            if (renewed.Value is { } access)
            {
                return access;
            }
        }

        return new Failure.Unavailable("The connection to HubSpot is being renewed elsewhere. It is tried again shortly.");
    }

    /// <summary>Null when the token must be renewed first.</summary>
    private Result<PortalAccess>? Usable(HubSpotConnection? connection, CallPriority priority, string? turnedDown)
    {
        if (connection is null || connection.State == ConnectionState.NeedsReconnect)
        {
            return new Failure.NotConnected();
        }

        if (connection.AccessToken is not { } sealedToken || !(connection.AccessTokenExpiresAt - Ahead > clock.GetUtcNow()))
        {
            return null;
        }

        var opened = vault.Open(sealedToken, GrantPurpose.AccessToken, connection.WorkspaceId);
        if (!opened.Ok)
        {
            return opened.Failure;
        }

        return opened.Value == turnedDown ? (Result<PortalAccess>?)null : Access(connection, opened.Value, priority);
    }

    private static PortalAccess Access(HubSpotConnection connection, string token, CallPriority priority) =>
        new(connection.WorkspaceId, connection.HubId, token, priority)
        {
            TimeZone = connection.TimeZone,
            Scopes = connection.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };

    /// <summary>Null when another process stored a newer grant meanwhile.</summary>
    private async Task<Result<PortalAccess?>> RefreshAsync(HubSpotConnection connection, CallPriority priority, CancellationToken ct)
    {
        var refresh = vault.Open(connection.RefreshToken, GrantPurpose.RefreshToken, connection.WorkspaceId);
        if (!refresh.Ok)
        {
            return refresh.Failure;
        }

        var asked = clock.GetUtcNow();
        var answer = await grants.RefreshAsync(refresh.Value, ct);
        if (answer.Ok)
        {
            return await StoreAsync(connection, answer.Value, asked) ? Access(connection, answer.Value.AccessToken, priority) : (PortalAccess?)null;
        }

        if (answer.Failure is not Failure.Refused refused)
        {
            return answer.Failure;
        }

        return await LoseAsync(connection, refused, ct) ? new Failure.NotConnected() : (PortalAccess?)null;
    }

    /// <summary>Whether the row still held the token that was used. Never cancelled: HubSpot may have ended the old one already.</summary>
    private async Task<bool> StoreAsync(HubSpotConnection connection, Grant grant, DateTimeOffset asked)
    {
        var (before, workspace) = (connection.RefreshToken, connection.WorkspaceId);
        var access = vault.Seal(grant.AccessToken, GrantPurpose.AccessToken, workspace);
        var refresh = vault.Seal(grant.RefreshToken, GrantPurpose.RefreshToken, workspace);
        DateTimeOffset? expires = asked + grant.ExpiresIn;

        await using var db = dbs.Open(workspace);
        return await db.Connections.Where(c => c.RefreshToken == before).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.AccessToken, access)
                .SetProperty(c => c.AccessTokenExpiresAt, expires)
                .SetProperty(c => c.RefreshToken, refresh)
                .SetProperty(c => c.Trouble, (string?)null),
            CancellationToken.None) == 1;
    }

    /// <summary>HubSpot refused the refresh token. If the row still holds it, the grant is gone; else somebody stored a newer one.</summary>
    private async Task<bool> LoseAsync(HubSpotConnection connection, Failure.Refused refused, CancellationToken ct)
    {
        var before = connection.RefreshToken;
        var trouble = $"HubSpot no longer accepts this connection ({refused.Reason}). An admin connects it again.";
        await using var db = dbs.Open(connection.WorkspaceId);
        var lost = await db.Connections.Where(c => c.RefreshToken == before).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.State, ConnectionState.NeedsReconnect).SetProperty(c => c.Trouble, trouble), ct);

        if (lost > 0)
        {
            feed.Publish(new WorkspaceSignal.ConnectionChanged(connection.WorkspaceId));
        }

        return lost > 0;
    }

    private async Task<HubSpotConnection?> ReadAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        return await db.Connections.AsNoTracking().FirstOrDefaultAsync(ct);
    }
}
