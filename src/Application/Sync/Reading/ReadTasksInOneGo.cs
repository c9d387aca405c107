using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Reading;

/// <summary>
/// The way back to a single cursor, for a portal whose list does not go by ids. Begins anew after a stop;
/// what was never listed is taken out at the end.
/// </summary>
public sealed class ReadTasksInOneGo(IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks, IWorkspaceFeed feed)
{
    /// <returns>Tasks left out because they could not be read.</returns>
    public async Task<Result<int>> RunAsync(WorkspaceId workspace, IReadOnlyList<RecordKind> linked, CancellationToken ct)
    {
        var seen = new HashSet<long>();
        var unreadable = 0;
        string? after = null;
        do
        {
            var page = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.ListAsync(access, after, linked, ct), ct);
            if (!page.Ok)
            {
                return page.Failure;
            }

            seen.UnionWith(page.Value.Tasks.Select(t => t.Id));
            unreadable += page.Value.Unreadable + await StoreAsync(workspace, page.Value, seen.Count, ct);
            feed.Publish(new WorkspaceSignal.SyncProgressed(workspace));
            if (page.Value.After is { } next && next == after)
            {
                return new Failure.Unavailable("HubSpot's list of tasks does not move on. It is read again later.");
            }

            after = page.Value.After;
        }
        while (after is not null);

        await RemoveUnseenAsync(workspace, seen, unreadable, ct);
        return unreadable;
    }

    private Task<int> StoreAsync(WorkspaceId workspace, TaskPage page, int read, CancellationToken ct) => dbs.StoreAsync(
        workspace,
        async db =>
        {
            (await db.SyncStates.OfRunningAsync(ct)).TasksRead = read;
            await Quarantine.KeepAsync(db, [], page.Unread, ct);
            return (await TaskIntake.TakeAsync(db, page.Tasks, await TaskStatuses.LoadAsync(db, ct), ct)).Unreadable;
        },
        ct);

    private async Task RemoveUnseenAsync(WorkspaceId workspace, HashSet<long> seen, int unreadable, CancellationToken ct)
    {
        if (unreadable > 0)
        {
            return;
        }

        await dbs.StoreAsync(
            workspace,
            async db =>
            {
                var unseen = (await db.Tasks.Where(t => t.Id > 0).Select(t => t.Id).ToListAsync(ct)).FindAll(id => !seen.Contains(id));
                foreach (var gone in unseen.Chunk(200))
                {
                    await TaskIntake.RemoveAsync(db, gone, ct);
                }

                return unseen.Count;
            },
            ct);
    }
}
