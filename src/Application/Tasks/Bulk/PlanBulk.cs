using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Tasks.Bulk;

/// <summary>What a run over many tasks would do, without doing it.</summary>
public sealed class PlanBulk(IDashboardDbs dbs, TimeProvider clock)
{
    public async Task<Result<BulkPlan>> RunAsync(Actor actor, IReadOnlyCollection<long> taskIds, BulkWish wish, TimeZoneInfo zone, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "change tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var prepared = await PreparedBulk.LoadAsync(db, taskIds, wish, zone, clock.GetUtcNow(), ct);
        return prepared.Ok ? prepared.Value.Plan : prepared.Failure;
    }
}

/// <param name="WillChange">Tasks that get other values.</param>
/// <param name="AlreadySo">Tasks that hold the values already; nothing is sent for them.</param>
/// <param name="Refused">Tasks that cannot be changed, each with why.</param>
/// <param name="Calls">Calls to HubSpot.</param>
/// <param name="Expected">How long HubSpot will take for them, at its usual pace; a deletion also waits ten seconds first.</param>
public sealed record BulkPlan(
    IReadOnlyList<long> WillChange, IReadOnlyList<long> AlreadySo, IReadOnlyList<BulkRefusal> Refused, int Calls, TimeSpan Expected);

public sealed record BulkRefusal(long TaskId, string Subject, string Why);
