using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Settling;

/// <summary>A change that is not sent until somebody decides: the index shows HubSpot's value, the change keeps ours.</summary>
public sealed class SettleHeld(IDashboardDbs dbs, IWorkspaceFeed feed, TimeProvider clock)
{
    /// <summary>Somebody changed the same fields in HubSpot; nothing is overwritten.</summary>
    public Task ConflictAsync(WorkspaceId workspace, Change held, RemoteTask theirs, IReadOnlyList<string> others, CancellationToken ct) => StoreAsync(
        workspace,
        held,
        theirs,
        change =>
        {
            var fields = FieldChange.Read(change.Fields);
            foreach (var property in others)
            {
                fields[property] = fields[property] with { Theirs = theirs.Properties[property] ?? "" };
            }

            change.Fields = FieldChange.Write(fields);
            (change.State, change.Reason) = (ChangeState.Conflict, "Somebody changed this in HubSpot before it was sent. HubSpot's value was kept.");
        },
        TaskChangeState.Conflict,
        ct);

    /// <summary>HubSpot takes others and never answers this one.</summary>
    public Task UndecidedAsync(WorkspaceId workspace, Change held, CancellationToken ct) => StoreAsync(
        workspace,
        held,
        null,
        change => (change.State, change.Reason) = (ChangeState.Undecided, $"HubSpot takes other changes but gave no answer to this one. {change.Reason}".TrimEnd()),
        TaskChangeState.Refused,
        ct);

    private async Task StoreAsync(WorkspaceId workspace, Change held, RemoteTask? theirs, Action<Change> hold, TaskChangeState sign, CancellationToken ct)
    {
        await dbs.StoreAsync(
            workspace,
            async db =>
            {
                if (await db.Changes.FirstOrDefaultAsync(c => c.Id == held.Id && c.State == ChangeState.Waiting, ct) is not { } change)
                {
                    return 0;
                }

                hold(change);
                change.SettledAt = clock.GetUtcNow();
                await db.SaveChangesAsync(ct);
                await ShowTheirsAsync(db, change, theirs, sign, ct);
                return 1;
            },
            ct);
        feed.Publish(new WorkspaceSignal.TasksChanged(workspace, [held.TaskId], By: null));
    }

    private static async Task ShowTheirsAsync(IDashboardDb db, Change change, RemoteTask? theirs, TaskChangeState sign, CancellationToken ct)
    {
        if (await db.TasksAndDeleted.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct) is not { } task)
        {
            return;
        }

        var statuses = await TaskStatuses.LoadAsync(db, ct);
        await SettleChange.PutBackAsync(db, task, change, statuses, ct);
        if (theirs is not null)
        {
            await TaskIntake.TakeAsync(db, [theirs with { Links = null }], statuses, ct);
        }

        // A later change of the same card is still on its way: its place and its sign stay.
        if (task.ChangeId == change.Id)
        {
            (task.Rank, task.RankedByHand) = (change.RankBefore ?? task.Rank, change.RankedByHandBefore);
            task.ChangeState = sign;
        }
    }
}
