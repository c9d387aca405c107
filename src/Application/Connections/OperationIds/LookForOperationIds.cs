using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Connections.OperationIds;

/// <summary>Finds out whether a portal's tasks can carry our operation id, and remembers it with the connection.</summary>
public sealed class LookForOperationIds(IDashboardDbs dbs, TokenSource tokens, IHubSpotPortal portal, IWorkspaceFeed feed)
{
    /// <summary>What was found the last time.</summary>
    /// <returns>HubSpot's instant of making the property, which tells it from a later one of the same name; null when it cannot be used.</returns>
    public async Task<DateTimeOffset?> KnownAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        return await db.Connections.AsNoTracking().Where(c => c.OperationIds == OperationIdState.Usable).Select(c => c.OperationIdsSince).FirstOrDefaultAsync(ct);
    }

    /// <summary>Asks HubSpot. Only an answer that says so makes the property missing; an outage leaves what is known.</summary>
    public async Task<Result<OperationIdState>> RunAsync(WorkspaceId workspace, CallPriority priority, CancellationToken ct)
    {
        var read = await tokens.CallAsync(workspace, priority, access => portal.TaskPropertyAsync(access, OperationId.Property, ct), ct);
        if (read.Failure is { } failure and not (Failure.Refused or Failure.MissingScope))
        {
            return failure;
        }

        var property = read.Ok ? read.Value : null;
        var (found, isNew) = await dbs.StoreAsync(workspace, db => StoreAsync(db, property, ct), ct);
        if (isNew)
        {
            feed.Publish(new WorkspaceSignal.ConnectionChanged(workspace));
        }

        return found;
    }

    private static async Task<(OperationIdState Found, bool IsNew)> StoreAsync(IDashboardDb db, RemoteProperty? property, CancellationToken ct)
    {
        var found = OperationId.Judge(property);
        if (await db.Connections.FirstOrDefaultAsync(ct) is not { } connection)
        {
            return (found, false);
        }

        var before = connection.OperationIds;
        found = found == OperationIdState.Missing && before is (OperationIdState.Usable or OperationIdState.Gone) ? OperationIdState.Gone : found;
        connection.OperationIds = found;
        connection.OperationIdsSince = found == OperationIdState.Usable ? property?.CreatedAt ?? DateTimeOffset.UnixEpoch : null;
        return (found, found != before);
    }
}
