using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Reading;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Sync;

/// <summary>
/// Reads a whole portal into the index. Its phase and what is left of it stand in <see cref="SyncState"/>, so it goes on where it was
/// after a stop at any point. The board can be used meanwhile.
/// </summary>
public sealed class FullSync(
    IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks, PreparePortal prepare, RecordKinds kinds,
    ReadTasks read, ReadTasksInOneGo readInOneGo, NameRecords name, IWorkspaceFeed feed, TimeProvider clock)
{
    private const int Readers = 5;

    public async Task<Result<Done>> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var state = await ChangeAsync(workspace, s => s.StartedAt ??= clock.GetUtcNow(), ct);
        if (state.Phase != SyncPhase.Naming && (state.Phase != SyncPhase.Reading || state.Checkpoint is null))
        {
            var begun = await BeginAsync(workspace, ct);
            if (!begun.Ok)
            {
                return begun.Failure;
            }

            state = begun.Value;
        }

        if (state.Phase == SyncPhase.Reading)
        {
            var done = await ReadAsync(workspace, state, ct);
            if (!done.Ok)
            {
                return done.Failure;
            }
        }

        return await NameAsync(workspace, ct);
    }

    private async Task<Result<SyncState>> BeginAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await ChangeAsync(workspace, s => (s.Phase, s.StartedAt, s.FinishedAt, s.TasksRead, s.TasksTotal) = (SyncPhase.Preparing, clock.GetUtcNow(), null, 0, null), ct);
        var prepared = await prepare.RunAsync(workspace, ct);
        if (!prepared.Ok)
        {
            return prepared.Failure;
        }

        var bounds = await BoundsAsync(workspace, ct);
        if (!bounds.Ok)
        {
            return bounds.Failure;
        }

        var (total, first, last, newest) = bounds.Value;
        var checkpoint = new SyncCheckpoint(IdRanges.Cut(first, last, total, Readers), last);
        return await ChangeAsync(
            workspace,
            s =>
            {
                (s.Phase, s.TasksTotal, s.Checkpoint) = (SyncPhase.Reading, (int)total, checkpoint.Write());
                s.DeltaCursor = newest ?? s.StartedAt;
            },
            ct);
    }

    /// <summary>How many tasks, between which ids, and HubSpot's own instant of the newest change: deltas go on from there.</summary>
    private async Task<Result<Bounds>> BoundsAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var finds = new List<TaskFinds>();
        foreach (var search in new TaskSearch[] { new("hs_object_id", false, 1), new("hs_object_id", true, 1), new(TaskProperty.UpdatedAt, true, 1) })
        {
            var found = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.SearchAsync(access, search, ct), ct);
            if (!found.Ok)
            {
                return found.Failure;
            }

            finds.Add(found.Value);
        }

        long Id(int index) => finds[index].Tasks.Select(t => t.Id).FirstOrDefault();
        return new Bounds(finds[0].Total, Id(0), Id(1), finds[2].Tasks.Select(Changes.TaskIntake.Modified).FirstOrDefault());
    }

    private async Task<Result<Done>> ReadAsync(WorkspaceId workspace, SyncState state, CancellationToken ct)
    {
        var linked = await tokens.CallAsync(workspace, CallPriority.Syncing, access => kinds.OfAsync(access, ct), ct);
        if (!linked.Ok)
        {
            return linked.Failure;
        }

        var checkpoint = SyncCheckpoint.Read(state.Checkpoint) ?? new SyncCheckpoint([], 0);
        if (!checkpoint.OneCursor)
        {
            var width = checkpoint.MaxId - checkpoint.Ranges.Select(r => Math.Max(r.From, 1)).DefaultIfEmpty(1).Min();
            var byRanges = await read.RunAsync(workspace, checkpoint, (state.TasksTotal ?? 0) / (double)Math.Max(1, width), linked.Value, ct);
            if (!byRanges.Ok || byRanges.Value)
            {
                return byRanges.Ok ? Done.Value : byRanges.Failure;
            }

            await ChangeAsync(workspace, s => s.Checkpoint = new SyncCheckpoint([new IdRange(0, null)], 0, OneCursor: true).Write(), ct);
        }

        var inOneGo = await readInOneGo.RunAsync(workspace, linked.Value, ct);
        if (!inOneGo.Ok)
        {
            return inOneGo.Failure;
        }

        await ChangeAsync(workspace, s => s.Checkpoint = new SyncCheckpoint([], 0, inOneGo.Value).Write(), ct);
        return Done.Value;
    }

    private async Task<Result<Done>> NameAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var state = await ChangeAsync(workspace, s => s.Phase = SyncPhase.Naming, ct);
        var named = await name.RunAsync(workspace, null, state.StartedAt, CallPriority.Syncing, ct);
        if (!named.Ok)
        {
            return named.Failure;
        }

        var unreadable = SyncCheckpoint.Read(state.Checkpoint)?.Unreadable ?? 0;
        await ChangeAsync(
            workspace,
            s =>
            {
                (s.Phase, s.FinishedAt, s.LastDeltaAt, s.Checkpoint) = (SyncPhase.Live, clock.GetUtcNow(), clock.GetUtcNow(), unreadable == 0 ? null : new SyncCheckpoint([], 0, unreadable).Write());
                s.Trouble = unreadable == 0 ? null : $"{unreadable} of the portal's tasks could not be read and are not shown.";
            },
            ct);
        return Done.Value;
    }

    private async Task<SyncState> ChangeAsync(WorkspaceId workspace, Action<SyncState> change, CancellationToken ct)
    {
        var state = await dbs.StoreAsync(
            workspace,
            async db =>
            {
                var row = await db.SyncStates.OfRunningAsync(ct);
                change(row);
                return row;
            },
            ct);
        feed.Publish(new WorkspaceSignal.SyncProgressed(workspace));
        return state;
    }

    private sealed record Bounds(long Total, long First, long Last, DateTimeOffset? Newest);
}
