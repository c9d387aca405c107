using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Sync.Hints;

/// <summary>
/// Reads up to 100 tasks by their ids. One that is not there is looked for in the recycling bin, and one that is not there either is asked for
/// alone: only HubSpot's own word that it has no such task takes a task off the index.
/// </summary>
public sealed class ReadHinted(TokenSource tokens, IHubSpotTasks tasks)
{
    public async Task<Result<HintedTasks>> RunAsync(WorkspaceId workspace, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var live = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.LookUpAsync(access, ids, archived: false, ct), ct);
        if (!live.Ok)
        {
            return live.Failure;
        }

        var found = live.Value.Tasks.ToList();
        var unread = live.Value.Unread.Where(u => ids.Contains(u.Id)).ToList();
        var missing = ids.Except(found.Select(t => t.Id)).Except(unread.Select(u => u.Id)).ToList();
        var archived = await ArchivedAsync(workspace, missing, ct);
        if (!archived.Ok)
        {
            return archived.Failure;
        }

        var (gone, troubled) = (archived.Value, new Dictionary<long, string>());
        foreach (var id in missing.Except(gone).ToList())
        {
            var one = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.ReadAsync(access, id, [], ct), ct);
            if (one.Ok)
            {
                // Associations were not asked for: they are not known to be none.
                found.Add(one.Value with { Links = null });
            }
            else if (one.Failure is Failure.Refused { StatusCode: 404 })
            {
                gone.Add(id);
            }
            else
            {
                troubled[id] = one.Failure.Sentence;
            }
        }

        return new HintedTasks(found, gone, unread, troubled);
    }

    private async Task<Result<List<long>>> ArchivedAsync(WorkspaceId workspace, List<long> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return new List<long>();
        }

        var bin = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.LookUpAsync(access, ids, archived: true, ct), ct);
        return bin.Ok ? bin.Value.Tasks.Select(t => t.Id).ToList() : bin.Failure;
    }
}
