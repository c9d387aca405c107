using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Connections;

/// <summary>Stores a new grant: one portal, one workspace, one transaction.</summary>
public sealed class ConnectionStore(IDashboardDbs databases, ITokenVault vault, TimeProvider time)
{
    // Says nothing about whose workspace that is: it may be a stranger's.
    private static readonly Failure ClaimedElsewhere = new Failure.Conflict(
        "This HubSpot account is already connected to another workspace. Disconnect it there first, or choose another HubSpot account.");

    public async Task<bool> IsClaimedAsync(long hubId, CancellationToken ct)
    {
        await using var db = databases.OpenDirectory();
        return await db.PortalClaims.AnyAsync(claim => claim.HubId == hubId, ct);
    }

    /// <returns>Null when stored.</returns>
    public async Task<Failure?> KeepAsync(Actor actor, Grant grant, GrantDetails details, IReadOnlyList<string> scopes, CancellationToken ct)
    {
        await using var db = databases.Open(actor.Workspace);
        var claim = await db.Directory.PortalClaims.AsNoTracking().SingleOrDefaultAsync(c => c.HubId == grant.HubId, ct);
        if (claim is not null && claim.WorkspaceId != actor.Workspace)
        {
            return ClaimedElsewhere;
        }

        var connection = await db.Connections.SingleOrDefaultAsync(ct);
        if (connection is not null && connection.HubId != grant.HubId)
        {
            return new Failure.Conflict(
                $"This workspace is connected to the HubSpot account {connection.HubId}. Disconnect it first if you want to work with {grant.HubId}.");
        }

        Fill(connection ?? Added(db, actor, grant.HubId), actor, grant, details, scopes);
        if (claim is null)
        {
            db.Directory.PortalClaims.Add(new PortalClaim { HubId = grant.HubId, WorkspaceId = actor.Workspace });
        }

        // A reconnected portal goes on where it was; a new one is read from the beginning.
        if (!await db.SyncStates.AnyAsync(ct))
        {
            db.SyncStates.Add(new SyncState { WorkspaceId = actor.Workspace, Phase = SyncPhase.New });
        }

        db.Audit.Add(AuditEntry.By(actor, time, claim is null ? "hubspot.connected" : "hubspot.reconnected", $"HubSpot account {grant.HubId}"));
        return await SaveAsync(db, grant.HubId, ct);
    }

    private async Task<Failure?> SaveAsync(IDashboardDb db, long hubId, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return await WhoWasFirstAsync(db.Workspace, hubId, ct) ?? throw new InvalidOperationException("The connection could not be stored.");
        }
    }

    private void Fill(HubSpotConnection connection, Actor actor, Grant grant, GrantDetails details, IReadOnlyList<string> scopes)
    {
        var now = time.GetUtcNow();
        connection.RefreshToken = vault.Seal(grant.RefreshToken, GrantPurpose.RefreshToken, actor.Workspace);
        connection.AccessToken = vault.Seal(grant.AccessToken, GrantPurpose.AccessToken, actor.Workspace);
        connection.AccessTokenExpiresAt = now + grant.ExpiresIn;
        connection.PortalName = details.HubDomain;
        connection.Scopes = string.Join(' ', scopes);
        connection.State = ConnectionState.Connected;
        connection.ConnectedBy = actor.PersonId;
        connection.ConnectedAt = now;
        connection.SeriesClosedUntil = null;
        connection.Trouble = null;
    }

    private static HubSpotConnection Added(IDashboardDb db, Actor actor, long hubId)
    {
        var connection = new HubSpotConnection { WorkspaceId = actor.Workspace, HubId = hubId, RefreshToken = [], ConnectedBy = actor.PersonId, ConnectedAt = default };
        db.Connections.Add(connection);
        return connection;
    }

    /// <summary>The unique keys decided against this save; say for whom.</summary>
    private async Task<Failure?> WhoWasFirstAsync(WorkspaceId workspace, long hubId, CancellationToken ct)
    {
        await using var db = databases.OpenDirectory();
        var claims = await db.PortalClaims.AsNoTracking().Where(c => c.HubId == hubId || c.WorkspaceId == workspace).ToListAsync(ct);
        if (claims.Exists(c => c.HubId == hubId && c.WorkspaceId != workspace))
        {
            return ClaimedElsewhere;
        }

        return claims.Count > 0 ? new Failure.Conflict("Somebody connected this workspace at the same moment. Look at the connection page.") : null;
    }
}
