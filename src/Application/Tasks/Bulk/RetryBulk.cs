using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Bulk;

/// <summary>Sends what HubSpot refused of a run once more, as part of the same run.</summary>
public sealed class RetryBulk(IDashboardDbs dbs, ChangeQueue queue, TimeProvider clock)
{
    /// <returns>How many are sent again.</returns>
    public async Task<Result<int>> RunAsync(Actor actor, Guid batch, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "change tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var refused = await db.Changes.Where(c => c.BatchId == batch && c.State == ChangeState.Refused).OrderBy(c => c.Sequence).ToListAsync(ct);
        var ids = refused.ConvertAll(c => c.TaskId);
        var tasks = await db.Tasks.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        var again = refused.Where(c => tasks.ContainsKey(c.TaskId)).ToList();
        foreach (var change in again)
        {
            change.State = ChangeState.Dropped;
        }

        if (again.Count == 0)
        {
            return 0;
        }

        if (again[0].Kind == ChangeKind.Delete)
        {
            foreach (var change in await queue.AcceptDeletionAsync(db, actor, [.. again.Select(c => tasks[c.TaskId])], Guid.CreateVersion7(), batch, ct))
            {
                // Second thoughts were had the first time.
                change.NotBefore = clock.GetUtcNow();
            }

            await db.SaveChangesAsync(ct);
            return again.Count;
        }

        return await queue.AcceptManyAsync(
            db, actor, [.. again.Select(c => (tasks[c.TaskId], new Intent(Guid.CreateVersion7(), FieldChange.Read(c.Fields).ToDictionary(f => f.Key, f => f.Value.After), Batch: batch)))], ct);
    }
}
