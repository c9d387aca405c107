using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Sync;

/// <summary>Asks HubSpot for the associations of some tasks; stores nothing.</summary>
public sealed class FindLinks(TokenSource tokens, IHubSpotRecords records, RecordKinds kinds)
{
    private const int BatchSize = 1_000;

    /// <param name="workspace">Whose.</param>
    /// <param name="taskIds">Any number.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Each task with its associations to all kinds of record that this app may read.</returns>
    public async Task<Result<Dictionary<long, List<RemoteLink>>>> RunAsync(WorkspaceId workspace, IReadOnlyList<long> taskIds, CancellationToken ct)
    {
        var granted = await tokens.CallAsync(workspace, CallPriority.Syncing, access => kinds.OfAsync(access, ct), ct);
        if (!granted.Ok)
        {
            return granted.Failure;
        }

        var found = new List<(long TaskId, RemoteLink Link)>();
        foreach (var (kind, ids) in granted.Value.SelectMany(kind => taskIds.Distinct().Chunk(BatchSize).Select(ids => (kind, ids))))
        {
            var links = await tokens.CallAsync(workspace, CallPriority.Syncing, access => records.LinksAsync(access, kind, ids, ct), ct);
            if (!links.Ok)
            {
                return links.Failure;
            }

            found.AddRange(links.Value.Select(l => (l.TaskId, new RemoteLink(kind.ObjectType, l.RecordId))));
        }

        var byTask = found.ToLookup(f => f.TaskId, f => f.Link);
        return taskIds.Distinct().ToDictionary(id => id, id => byTask[id].ToList());
    }
}
