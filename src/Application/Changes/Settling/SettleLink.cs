using System.Globalization;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Settling;

/// <summary>What HubSpot's answer to an association or a pin means for the index.</summary>
public sealed class SettleLink(IDashboardDbs dbs, IWorkspaceFeed feed, TimeProvider clock)
{
    /// <summary>The task a pin sets; null when it takes the pin away. It is the change's own task, whatever it was called when the pin was set.</summary>
    public static long? PinAfter(Change change) => FieldChange.Read(change.Fields).GetValueOrDefault(TaskProperty.Pinned)?.After is null ? null : change.TaskId;

    /// <summary>What was pinned before.</summary>
    public static long? PinBefore(Change change) =>
        FieldChange.Read(change.Fields).GetValueOrDefault(TaskProperty.Pinned)?.Before is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : null;

    public Task DoneAsync(WorkspaceId workspace, Change sent, CancellationToken ct) => StoreAsync(
        workspace,
        sent,
        async (db, change, task) =>
        {
            var now = clock.GetUtcNow();
            (change.State, change.SettledAt, change.Reason) = (ChangeState.Done, now, null);
            if (task?.ChangeId == change.Id)
            {
                (task.ChangeState, task.ChangeId) = (TaskChangeState.Saved, null);
            }

            await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.LastWriteAt, now), ct);
        },
        ct);

    public Task RefuseAsync(WorkspaceId workspace, Change sent, Failure failure, CancellationToken ct) => StoreAsync(
        workspace,
        sent,
        async (db, change, task) =>
        {
            (change.State, change.SettledAt, change.Reason) = (ChangeState.Refused, clock.GetUtcNow(), Sentence(failure));
            change.CorrelationId = (failure as Failure.Refused)?.CorrelationId;
            await PutBackAsync(db, change, task, ct);
            if (task?.ChangeId == change.Id)
            {
                (task.ChangeState, task.ChangeId) = (TaskChangeState.Refused, change.Id);
            }
        },
        ct);

    internal static string Sentence(Failure failure) =>
        failure is Failure.Refused { StatusCode: 404 } ? "HubSpot does not have this task or this record any more." : failure.Sentence;

    private static async Task PutBackAsync(IDashboardDb db, Change change, CrmTask? task, CancellationToken ct)
    {
        var target = LinkTarget.Read(change.Targets)[0];
        if (change.Kind == ChangeKind.Pin)
        {
            await LinkEdits.SetPinAsync(db, target, PinBefore(change), ct);
        }
        else if (task is not null && change.Kind != ChangeKind.Label)
        {
            await LinkEdits.SetLinkAsync(db, task, target, change.Kind == ChangeKind.Unlink, ct);
        }
    }

    private async Task StoreAsync(WorkspaceId workspace, Change sent, Func<IDashboardDb, Change, CrmTask?, Task> store, CancellationToken ct)
    {
        await dbs.StoreAsync(
            workspace,
            async db =>
            {
                var change = await db.Changes.FirstAsync(c => c.Id == sent.Id, ct);
                change.Attempts++;
                await store(db, change, await db.TasksAndDeleted.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct));
                return 0;
            },
            ct);
        feed.Publish(new WorkspaceSignal.TasksChanged(workspace, [sent.TaskId], By: null));
    }
}
