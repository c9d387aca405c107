using System.Collections.Concurrent;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Hints;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Checks;

/// <summary>
/// Walks HubSpot's recycling bin, a few pages in each turn of the sync, and takes what is found there off the index: search never tells of
/// deleted tasks, and the bin, which holds those of about ninety days, is far smaller than the portal. Tasks that left the bin as well are found
/// by <see cref="CompareIndex"/>.
/// </summary>
public sealed class WalkBin(IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks, ReadHinted read, IWorkspaceFeed feed, TimeProvider clock)
{
    private const int PagesInATurn = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <summary>Where each walk is: nothing is lost with it, the next one begins at the start.</summary>
    private readonly ConcurrentDictionary<WorkspaceId, (string? After, DateTimeOffset? EndedAt)> walks = new();

    public async Task<Result<Done>> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var (after, ended) = walks.GetValueOrDefault(workspace);
        if (ended + Pause > clock.GetUtcNow())
        {
            return Done.Value;
        }

        for (var pages = 0; pages < PagesInATurn; pages++)
        {
            var page = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.ListDeletedAsync(access, after, ct), ct);
            if (!page.Ok)
            {
                return page.Failure;
            }

            var taken = await TakeOffAsync(workspace, page.Value.Ids, ct);
            if (!taken.Ok)
            {
                return taken;
            }

            // A cursor that stands still would be walked for ever.
            after = page.Value.After == after ? null : page.Value.After;
            walks[workspace] = (after, after is null ? clock.GetUtcNow() : null);
            if (after is null)
            {
                break;
            }
        }

        return Done.Value;
    }

    private async Task<Result<Done>> TakeOffAsync(WorkspaceId workspace, IReadOnlyList<long> binned, CancellationToken ct)
    {
        List<long> here;
        await using (var db = dbs.Open(workspace))
        {
            here = await db.Tasks.Where(t => binned.Contains(t.Id)).Select(t => t.Id).ToListAsync(ct);
        }

        if (here.Count == 0)
        {
            return Done.Value;
        }

        // It may have been brought back since the bin was listed: asked for by id, which is never late.
        var now = await read.RunAsync(workspace, here, ct);
        if (!now.Ok)
        {
            return now.Failure;
        }

        if (now.Value.Gone.Count > 0)
        {
            await dbs.StoreAsync(
                workspace,
                async db =>
                {
                    await db.SyncStates.OfRunningAsync(ct);
                    await TaskIntake.RemoveAsync(db, now.Value.Gone, ct);
                    return 0;
                },
                ct);
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, now.Value.Gone, By: null));
        }

        return Done.Value;
    }
}
