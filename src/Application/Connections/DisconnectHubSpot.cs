using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Connections;

/// <summary>
/// Ends the connection: the grant at HubSpot if it can be reached, and here everything that came from the portal, whether or not it can.
/// What is in HubSpot stays there; what was not sent yet is given up, because another portal may be connected next.
/// </summary>
public sealed class DisconnectHubSpot(IDashboardDbs databases, IHubSpotGrants grants, ITokenVault vault, IWorkspaceFeed feed, TimeProvider time)
{
    private static readonly TimeSpan LongestRevocation = TimeSpan.FromSeconds(10);

    public async Task<Result<Disconnected>> RunAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Role.Admin, "disconnect HubSpot") is { } lacking)
        {
            return lacking;
        }

        await using var db = databases.Open(actor.Workspace);
        if (await db.Connections.AsNoTracking().SingleOrDefaultAsync(ct) is not { } connection)
        {
            return new Failure.NotConnected();
        }

        var revoked = await RevokeAsync(connection, ct);
        var unsent = await db.Database.InTransactionAsync(token => DeleteAsync(db, actor, connection.HubId, revoked, token), ct);
        feed.Publish(new WorkspaceSignal.ConnectionChanged(actor.Workspace));
        return new Disconnected(revoked, unsent);
    }

    private async Task<bool> RevokeAsync(HubSpotConnection connection, CancellationToken ct)
    {
        var token = vault.Open(connection.RefreshToken, GrantPurpose.RefreshToken, connection.WorkspaceId);
        if (!token.Ok)
        {
            return false;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(LongestRevocation);
        try
        {
            return (await grants.RevokeAsync(token.Value, limit.Token)).Ok;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <returns>How many changes were not sent yet.</returns>
    private async Task<int> DeleteAsync(IDashboardDb db, Actor actor, long hubId, bool revoked, CancellationToken ct)
    {
        var unsent = await db.Changes.CountAsync(change => change.State == ChangeState.Waiting || change.State == ChangeState.Checking || change.State == ChangeState.Wanting, ct);

        // The connection and the sync's state first: a loop that stores a page afterwards finds no state to move on and fails.
        await db.Connections.ExecuteDeleteAsync(ct);
        await db.SyncStates.ExecuteDeleteAsync(ct);
        await db.WebhookHints.ExecuteDeleteAsync(ct);
        await db.Quarantine.ExecuteDeleteAsync(ct);
        await db.IndexChecks.ExecuteDeleteAsync(ct);
        await db.Changes.ExecuteDeleteAsync(ct);
        await db.LearnedRules.ExecuteDeleteAsync(ct);
        await db.TaskLinks.ExecuteDeleteAsync(ct);
        await db.TaskNotes.ExecuteDeleteAsync(ct);
        await db.TaskSeries.ExecuteDeleteAsync(ct);
        await db.TasksAndDeleted.ExecuteDeleteAsync(ct);
        await db.Records.ExecuteDeleteAsync(ct);
        await db.Owners.ExecuteDeleteAsync(ct);
        await db.PropertyOptions.ExecuteDeleteAsync(ct);

        await db.Directory.PortalClaims.Where(claim => claim.WorkspaceId == actor.Workspace).ExecuteDeleteAsync(ct);
        await db.Directory.ConnectAttempts.Where(attempt => attempt.WorkspaceId == actor.Workspace).ExecuteDeleteAsync(ct);
        await db.Directory.Members.Where(member => member.WorkspaceId == actor.Workspace)
            .ExecuteUpdateAsync(row => row.SetProperty(member => member.OwnerId, (long?)null), ct);

        db.Audit.Add(AuditEntry.By(actor, time, "hubspot.disconnected", $"HubSpot account {hubId}, {(revoked ? "revoked there" : "not revoked there")}"));
        await db.SaveChangesAsync(ct);
        return unsent;
    }
}

/// <summary>What was done.</summary>
/// <param name="RevokedAtHubSpot">False when HubSpot could not be asked: an admin there can remove the app under connected apps.</param>
/// <param name="UnsentChanges">Changes that were given up.</param>
public sealed record Disconnected(bool RevokedAtHubSpot, int UnsentChanges)
{
    public string Sentence =>
        "HubSpot is disconnected and its credentials and copies are deleted here. "
        + (RevokedAtHubSpot ? "HubSpot ended the access too." : "HubSpot could not be told: remove the app there too, under Settings, Integrations, Connected apps.")
        + (UnsentChanges > 0 ? $" Changes that HubSpot did not have yet and that were given up: {UnsentChanges}." : "");
}
