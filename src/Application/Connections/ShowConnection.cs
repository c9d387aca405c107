using Dashboard.Application.Changes;
using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Connections;

/// <summary>The connection as its page shows it; never a token.</summary>
public sealed class ShowConnection(IDashboardDbs databases, IHubSpotPortal portal, TimeProvider time)
{
    /// <returns>Null when the workspace is not connected.</returns>
    public async Task<ConnectionView?> RunAsync(Actor actor, CancellationToken ct)
    {
        await using var db = databases.Open(actor.Workspace);
        if (await db.Connections.AsNoTracking().SingleOrDefaultAsync(ct) is not { } connection)
        {
            return null;
        }

        var sync = await db.SyncStates.AsNoTracking().SingleOrDefaultAsync(ct);
        var granted = connection.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new ConnectionView(
            connection.HubId,
            connection.PortalName,
            connection.UiDomain,
            connection.State,
            connection.ConnectedAt,
            await db.Directory.People.Where(person => person.Id == connection.ConnectedBy).Select(person => person.Name).SingleOrDefaultAsync(ct) ?? "",
            granted,
            HubSpotScopes.Missing(granted),
            [.. HubSpotScopes.Optional.Except(granted)],
            sync is null ? null : SyncProgress.Of(sync, time.GetUtcNow()),
            await db.Tasks.CountAsync(ct),
            await db.Changes.CountAsync(change => change.State == ChangeState.Waiting, ct),
            portal.BudgetOf(connection.HubId),
            connection.Trouble ?? sync?.Trouble)
        {
            OperationIds = connection.OperationIds,
        };
    }
}

/// <param name="Missing">Needed scopes that were not granted.</param>
/// <param name="NotGranted">Optional scopes that were not granted: their records are not shown.</param>
/// <param name="Tasks">Tasks in the index.</param>
/// <param name="WaitingChanges">Changes HubSpot does not have yet.</param>
/// <param name="Budget">Calls this process made of those HubSpot allows.</param>
/// <param name="Trouble">Sentence of the last failure; null while all is well.</param>
public sealed record ConnectionView(
    long HubId,
    string PortalName,
    string UiDomain,
    ConnectionState State,
    DateTimeOffset ConnectedAt,
    string ConnectedBy,
    IReadOnlyList<string> Granted,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> NotGranted,
    SyncProgress? Sync,
    int Tasks,
    int WaitingChanges,
    PortalBudget Budget,
    string? Trouble)
{
    /// <summary>Whether HubSpot recognises a new task that is sent twice.</summary>
    public OperationIdState OperationIds { get; init; }
}
