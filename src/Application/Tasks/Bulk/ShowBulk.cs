using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Wants;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Bulk;

/// <summary>How far a run is, and what HubSpot did not take of it.</summary>
public sealed class ShowBulk(IDashboardDbs dbs)
{
    private const int ShownFailures = 200;

    public async Task<Result<BulkProgress>> RunAsync(Actor actor, Guid batch, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var counts = await db.Changes.AsNoTracking()
            .Where(c => c.BatchId == batch)
            .GroupBy(c => c.State)
            .Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count, ct);
        if (counts.Count == 0)
        {
            return new Failure.NotFound("This run");
        }

        var refused = await db.Changes.AsNoTracking()
            .Where(c => c.BatchId == batch && c.State == ChangeState.Refused)
            .OrderBy(c => c.Sequence)
            .Take(ShownFailures)
            .Select(c => new { c.Id, c.TaskId, c.Reason, c.CorrelationId, Subject = db.TasksAndDeleted.Where(t => t.Id == c.TaskId).Select(t => t.Subject).FirstOrDefault() })
            .ToListAsync(ct);
        var wants = await ShowWants.Open(db, batch).AsNoTracking().Select(c => c.Wants).Distinct().ToListAsync(ct);
        return new BulkProgress(
            batch,
            counts.Where(c => c.Key != ChangeState.Dropped).Sum(c => c.Value),
            counts.GetValueOrDefault(ChangeState.Done),
            counts.GetValueOrDefault(ChangeState.Waiting) + counts.GetValueOrDefault(ChangeState.Checking),
            counts.GetValueOrDefault(ChangeState.Refused),
            refused.ConvertAll(r => new BulkFailure(r.Id, r.TaskId, r.Subject ?? $"Task {r.TaskId}", r.Reason ?? "", r.CorrelationId)))
        {
            Wanting = counts.GetValueOrDefault(ChangeState.Wanting),
            Wants = [.. wants.SelectMany(WantedProperties.Of).Distinct()],
        };
    }
}
