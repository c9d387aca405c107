using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Sync;

/// <summary>Reads the associations of some tasks anew.</summary>
public sealed class RefreshLinks(IDashboardDbs dbs, TokenSource tokens, IHubSpotRecords records, RecordKinds kinds)
{
    private const int BatchSize = 500;

    private static readonly Dictionary<string, string?> NoProperties = [];

    public async Task<Result<Done>> RunAsync(WorkspaceId workspace, IReadOnlyList<long> taskIds, CancellationToken ct)
    {
        foreach (var ids in taskIds.Chunk(BatchSize))
        {
            var links = await FindAsync(workspace, ids, ct);
            if (!links.Ok)
            {
                return links.Failure;
            }

            var tasks = ids.Select(id => new RemoteTask(id, NoProperties, null, null, links.Value[id])).ToList();
            await dbs.StoreAsync(workspace, async db => await TaskIntake.TakeAsync(db, tasks, await TaskStatuses.LoadAsync(db, ct), ct), ct);
        }

        return Done.Value;
    }

    /// <summary>Asks for the associations of up to 1,000 tasks and stores nothing.</summary>
    public async Task<Result<Dictionary<long, List<RemoteLink>>>> FindAsync(WorkspaceId workspace, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var granted = await tokens.CallAsync(workspace, CallPriority.Syncing, access => kinds.OfAsync(access, ct), ct);
        if (!granted.Ok)
        {
            return granted.Failure;
        }

        var found = new List<(long TaskId, RemoteLink Link)>();
        foreach (var kind in granted.Value)
        {
            var links = await tokens.CallAsync(workspace, CallPriority.Syncing, access => records.LinksAsync(access, kind, ids, ct), ct);
            if (!links.Ok)
            {
                return links.Failure;
            }

            found.AddRange(links.Value.Select(l => (l.TaskId, new RemoteLink(kind.ObjectType, l.RecordId))));
        }

        var byTask = found.ToLookup(f => f.TaskId, f => f.Link);
        return ids.Distinct().ToDictionary(id => id, id => byTask[id].ToList());
    }
}
