using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Settling;

/// <summary>What HubSpot's answer to deletions means: the rows stay hidden for good, or come back with the reason.</summary>
public sealed class SettleDeletion(IDashboardDbs dbs, IWorkspaceFeed feed, TimeProvider clock)
{
    /// <summary>Marks deletions as on their way, so that undo no longer takes them; answers those it got.</summary>
    public Task<IReadOnlyList<Change>> ClaimAsync(WorkspaceId workspace, IReadOnlyList<Change> due, CancellationToken ct) => dbs.StoreAsync<IReadOnlyList<Change>>(
        workspace,
        async db =>
        {
            var rows = await RowsAsync(db, due, ct);
            foreach (var row in rows)
            {
                row.State = ChangeState.Checking;
            }

            return rows;
        },
        ct);

    public async Task DoneAsync(WorkspaceId workspace, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        await dbs.StoreAsync(workspace, db => StoreDoneAsync(db, changes, ct), ct);
        feed.Publish(new WorkspaceSignal.TasksChanged(workspace, [.. changes.Select(c => c.TaskId)], By: null));
    }

    public async Task RefuseAsync(WorkspaceId workspace, IReadOnlyList<Change> changes, Failure failure, CancellationToken ct)
    {
        await dbs.StoreAsync(
            workspace,
            async db =>
            {
                foreach (var row in await RowsAsync(db, changes, ct))
                {
                    (row.State, row.SettledAt, row.Reason) = (ChangeState.Refused, clock.GetUtcNow(), failure.Sentence);
                    row.CorrelationId = (failure as Failure.Refused)?.CorrelationId;
                    row.Attempts++;
                    if (await db.TasksAndDeleted.FirstOrDefaultAsync(t => t.Id == row.TaskId, ct) is { } task)
                    {
                        (task.IsDeleted, task.ChangeState, task.ChangeId) = (false, TaskChangeState.Refused, row.Id);
                    }
                }

                return 0;
            },
            ct);
        feed.Publish(new WorkspaceSignal.TasksChanged(workspace, [.. changes.Select(c => c.TaskId)], By: null));
    }

    private async Task<int> StoreDoneAsync(IDashboardDb db, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var row in await RowsAsync(db, changes, ct))
        {
            (row.State, row.SettledAt, row.Reason) = (ChangeState.Done, now, null);
            row.Attempts++;
        }

        var ids = changes.Select(c => c.TaskId).ToList();
        foreach (var task in await db.TasksAndDeleted.Where(t => ids.Contains(t.Id)).ToListAsync(ct))
        {
            // Search may show it for a while; only what HubSpot changed after this, such as bringing it back, counts again.
            (task.IsDeleted, task.ChangeState, task.ChangeId) = (true, TaskChangeState.Saved, null);
            task.RemoteUpdatedAt = task.RemoteUpdatedAt > now ? task.RemoteUpdatedAt : now;
        }

        await db.TaskLinks.Where(l => ids.Contains(l.TaskId)).ExecuteDeleteAsync(ct);
        await db.TaskNotes.Where(n => ids.Contains(n.TaskId)).ExecuteDeleteAsync(ct);
        await db.TaskSeries.Where(s => ids.Contains(s.TaskId)).ExecuteDeleteAsync(ct);
        await db.Records.Where(r => r.PinnedTaskId != null && ids.Contains(r.PinnedTaskId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.PinnedTaskId, (long?)null), ct);
        return await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.LastWriteAt, now), ct);
    }

    private static Task<List<Change>> RowsAsync(IDashboardDb db, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var ids = changes.Select(c => c.Id).ToList();
        return db.Changes.Where(c => ids.Contains(c.Id) && (c.State == ChangeState.Waiting || c.State == ChangeState.Checking)).ToListAsync(ct);
    }
}
