using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Tasks.Bulk;

/// <summary>Changes or deletes many tasks: all of it is stored in one transaction, and HubSpot gets it by hundreds.</summary>
public sealed class RunBulk(IDashboardDbs dbs, ChangeQueue queue, TimeProvider clock)
{
    /// <param name="batch">Made by whoever asks, once per gesture; the run is shown, retried and undone by it.</param>
    public async Task<Result<BulkStarted>> RunAsync(Actor actor, Guid batch, IReadOnlyCollection<long> taskIds, BulkWish wish, OwnTime own, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "change tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var prepared = await PreparedBulk.LoadAsync(db, taskIds, wish, own, clock.GetUtcNow(), ct);
        if (!prepared.Ok)
        {
            return prepared.Failure;
        }

        var tasks = prepared.Value.Tasks;
        if (tasks.Count > 0 && wish.Delete)
        {
            await queue.AcceptDeletionAsync(db, actor, [.. tasks.Select(t => t.Task)], batch, batch, ct);
        }
        else if (tasks.Count > 0)
        {
            await queue.AcceptManyAsync(db, actor, [.. tasks.Select((t, i) => (t.Task, new Intent(i == 0 ? batch : Guid.CreateVersion7(), t.Values, Batch: batch)))], ct);
        }

        return new BulkStarted(batch, prepared.Value.Plan);
    }
}

public sealed record BulkStarted(Guid Batch, BulkPlan Plan);
