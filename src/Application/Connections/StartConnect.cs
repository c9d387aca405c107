using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Connections;

/// <summary>Begins connecting a portal: remembers who asks, where and in which session, and tells the address of HubSpot's consent page.</summary>
public sealed class StartConnect(IDashboardDbs databases, IHubSpotGrants grants, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <param name="actor">An admin.</param>
    /// <param name="sessionHash">Key hash of the session: the answer is taken in no other one.</param>
    /// <param name="redirect">Our own address that HubSpot sends the person back to.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<Uri>> RunAsync(Actor actor, string sessionHash, Uri redirect, CancellationToken ct)
    {
        if (actor.Lacks(Role.Admin, "connect HubSpot") is { } lacking)
        {
            return lacking;
        }

        var now = time.GetUtcNow();
        var state = SecretToken.New();
        await using var db = databases.OpenDirectory();
        await db.ConnectAttempts.Where(attempt => attempt.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        db.ConnectAttempts.Add(new ConnectAttempt
        {
            Id = SecretToken.Hash(state),
            WorkspaceId = actor.Workspace,
            PersonId = actor.PersonId,
            SessionHash = sessionHash,
            ExpiresAt = now + Life,
        });
        await db.SaveChangesAsync(ct);
        return grants.AuthorizeAddress(redirect, state);
    }
}
