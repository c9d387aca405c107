using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Settling;

/// <summary>What becomes of a task that was made here: HubSpot's id takes the place of the provisional one, or the row stays with HubSpot's words.</summary>
public sealed class SettleCreation(IDashboardDbs dbs, IWorkspaceFeed feed, TimeProvider clock)
{
    /// <summary>An answer that has not come by then will not come; and what HubSpot made shows in its list.</summary>
    private static readonly TimeSpan Unanswered = TimeSpan.FromSeconds(15);

    /// <summary>Stored before the request leaves: whoever finds it so looks in HubSpot first.</summary>
    /// <returns>False when the task was given up meanwhile.</returns>
    public Task<bool> NoteSendingAsync(WorkspaceId workspace, Change change, CancellationToken ct) =>
        NoteAsync(workspace, change, ChangeState.Checking, clock.GetUtcNow() + Unanswered, ct);

    /// <summary>HubSpot surely did nothing: it may be sent again as it is.</summary>
    public Task<bool> NoteUnsentAsync(WorkspaceId workspace, Change change, CancellationToken ct) =>
        NoteAsync(workspace, change, ChangeState.Waiting, clock.GetUtcNow(), ct);

    /// <summary>Row, notes, associations, later changes and pins move to HubSpot's id in one transaction.</summary>
    public async Task DoneAsync(WorkspaceId workspace, Change sent, RemoteTask answer, CancellationToken ct)
    {
        await dbs.StoreAsync(workspace, db => MoveAsync(db, sent, answer, ct), ct);
        feed.Publish(new WorkspaceSignal.TasksChanged(workspace, [sent.TaskId, answer.Id], By: null));
    }

    /// <summary>The row stays as it was filled in, to be corrected and sent again, or let go.</summary>
    public async Task RefuseAsync(WorkspaceId workspace, Change sent, Failure failure, CancellationToken ct)
    {
        await dbs.StoreAsync(
            workspace,
            async db =>
            {
                var change = await db.Changes.FirstAsync(c => c.Id == sent.Id, ct);
                (change.State, change.SettledAt, change.Reason) = (ChangeState.Refused, clock.GetUtcNow(), failure.Sentence);
                change.CorrelationId = (failure as Failure.Refused)?.CorrelationId;
                change.Attempts++;
                if (await db.TasksAndDeleted.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct) is { } task)
                {
                    (task.IsDeleted, task.ChangeState, task.ChangeId) = (false, TaskChangeState.Refused, change.Id);
                }

                return 0;
            },
            ct);
        feed.Publish(new WorkspaceSignal.TasksChanged(workspace, [sent.TaskId], By: null));
    }

    private Task<bool> NoteAsync(WorkspaceId workspace, Change change, ChangeState state, DateTimeOffset notBefore, CancellationToken ct) => dbs.StoreAsync(
        workspace,
        async db =>
        {
            if (await db.Changes.FirstOrDefaultAsync(c => c.Id == change.Id && (c.State == ChangeState.Waiting || c.State == ChangeState.Checking), ct) is not { } row)
            {
                return false;
            }

            (row.State, row.NotBefore) = (state, notBefore);
            row.FirstSentAt ??= clock.GetUtcNow();
            return true;
        },
        ct);

    private async Task<int> MoveAsync(IDashboardDb db, Change sent, RemoteTask answer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var from = sent.TaskId;
        foreach (var row in await db.Changes.Where(c => c.TaskId == from && c.State != ChangeState.Dropped).ToListAsync(ct))
        {
            row.TaskId = answer.Id;
            if (row.Id == sent.Id)
            {
                (row.State, row.SettledAt, row.Reason) = (ChangeState.Done, now, null);
                row.Attempts++;
            }
        }

        var task = await db.TasksAndDeleted.FirstOrDefaultAsync(t => t.Id == from, ct);
        var there = await db.TasksAndDeleted.FirstOrDefaultAsync(t => t.Id == answer.Id, ct);
        if (task is not null)
        {
            await RowsUnderNewId.MoveAsync(db, task, there, answer.Id, sent.Id, ct);
        }

        await db.SaveChangesAsync(ct);
        await TaskIntake.TakeAsync(db, [answer], await TaskStatuses.LoadAsync(db, ct), ct);
        return await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.LastWriteAt, now), ct);
    }
}
