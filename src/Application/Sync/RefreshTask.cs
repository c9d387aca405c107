using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Sync;

/// <summary>Reads one task anew, notes and associations included, while somebody looks at the copy the index has.</summary>
public sealed class RefreshTask(
    IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks, RecordKinds kinds, NameRecords name, IWorkspaceFeed feed)
{
    /// <returns>Whether anything shown is now another than before. Not found when the portal no longer has the task: then the index has it no longer either.</returns>
    public async Task<Result<bool>> RunAsync(Actor actor, long taskId, CancellationToken ct)
    {
        if (ProvisionalIds.Is(taskId))
        {
            return false;
        }

        var workspace = actor.Workspace;
        var remote = await tokens.CallAsync(workspace, CallPriority.Person, access => ReadAsync(access, taskId, ct), ct);
        if (remote.Failure is Failure.Refused { StatusCode: 404 })
        {
            await dbs.StoreAsync(workspace, async db => { await TaskIntake.RemoveAsync(db, [taskId], ct); return 0; }, ct);
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, [taskId], By: null));
            return new Failure.NotFound("This task");
        }

        if (!remote.Ok)
        {
            return remote.Failure;
        }

        var outcome = await dbs.StoreAsync(
            workspace,
            async db =>
            {
                await db.SyncStates.OfRunningAsync(ct);
                return await TaskIntake.TakeAsync(db, [remote.Value], await TaskStatuses.LoadAsync(db, ct), ct);
            },
            ct);
        await name.RunAsync(workspace, [taskId], null, CallPriority.Person, ct);
        if (outcome.Changed.Count > 0)
        {
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, outcome.Changed, By: null));
        }

        return outcome.Changed.Count > 0;
    }

    private async Task<Result<RemoteTask>> ReadAsync(PortalAccess access, long taskId, CancellationToken ct)
    {
        var granted = await kinds.OfAsync(access, ct);
        return granted.Ok ? await tasks.ReadAsync(access, taskId, granted.Value, ct) : granted.Failure;
    }
}
