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
    /// <param name="under">HubSpot's instant of making the property that holds the operation id; null when they go out without one.</param>
    /// <returns>Those to be sent; a task that was given up meanwhile is not among them.</returns>
    public Task<IReadOnlyList<Change>> NoteSendingAsync(WorkspaceId workspace, IReadOnlyList<Change> changes, DateTimeOffset? under, CancellationToken ct) => NoteAsync(
        workspace,
        changes,
        row =>
        {
            // One that may have gone out another way before stays unrecognisable.
            row.SentUnder = row.State == ChangeState.Waiting || row.SentUnder == under ? under : null;
            (row.State, row.NotBefore) = (ChangeState.Checking, clock.GetUtcNow() + Unanswered);
            row.FirstSentAt ??= clock.GetUtcNow();
        },
        ct);

    /// <summary>HubSpot surely did nothing: they may be sent again as they are.</summary>
    public Task NoteUnsentAsync(WorkspaceId workspace, IReadOnlyList<Change> changes, CancellationToken ct) =>
        NoteAsync(workspace, changes, row => (row.State, row.NotBefore) = (ChangeState.Waiting, clock.GetUtcNow()), ct);

    /// <summary>Row, notes, associations, later changes and pins move to HubSpot's id in one transaction.</summary>
    /// <param name="unlinked">Associations that HubSpot refused although it made the task: each is left as a refused change.</param>
    public async Task DoneAsync(WorkspaceId workspace, Change sent, RemoteTask answer, IReadOnlyList<RefusedLink> unlinked, CancellationToken ct)
    {
        await dbs.StoreAsync(workspace, db => MoveAsync(db, sent, answer, unlinked, ct), ct);
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

    private Task<IReadOnlyList<Change>> NoteAsync(WorkspaceId workspace, IReadOnlyList<Change> changes, Action<Change> note, CancellationToken ct) => dbs.StoreAsync<IReadOnlyList<Change>>(
        workspace,
        async db =>
        {
            var ids = changes.Select(c => c.Id).ToList();
            var open = await db.Changes.Where(c => ids.Contains(c.Id) && (c.State == ChangeState.Waiting || c.State == ChangeState.Checking)).ToDictionaryAsync(c => c.Id, ct);
            foreach (var row in open.Values)
            {
                note(row);
            }

            return [.. changes.Where(c => open.ContainsKey(c.Id))];
        },
        ct);

    private async Task<int> MoveAsync(IDashboardDb db, Change sent, RemoteTask answer, IReadOnlyList<RefusedLink> unlinked, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var from = sent.TaskId;
        var isFirst = false;
        foreach (var row in await db.Changes.Where(c => c.TaskId == from && c.State != ChangeState.Dropped).ToListAsync(ct))
        {
            row.TaskId = answer.Id;
            if (row.Id == sent.Id)
            {
                (row.State, row.SettledAt, row.Reason) = (ChangeState.Done, now, null);
                row.Attempts++;
                isFirst = true;
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
        if (isFirst && unlinked.Count > 0)
        {
            await RefusedLinks.StoreAsync(db, sent, answer.Id, unlinked, now, ct);
        }

        return await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.LastWriteAt, now), ct);
    }
}
