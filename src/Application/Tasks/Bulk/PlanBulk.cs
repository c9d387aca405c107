using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Tasks.Bulk;

/// <summary>What a run over many tasks would do, without doing it.</summary>
public sealed class PlanBulk(IDashboardDbs dbs, TimeProvider clock)
{
    public async Task<Result<BulkPlan>> RunAsync(Actor actor, IReadOnlyCollection<long> taskIds, BulkWish wish, OwnTime own, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "change tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var prepared = await PreparedBulk.LoadAsync(db, taskIds, wish, own, clock.GetUtcNow(), ct);
        return prepared.Ok ? prepared.Value.Plan : prepared.Failure;
    }
}
