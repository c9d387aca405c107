using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Bulk;

/// <summary>Takes a run back: tasks that nobody changed since get their values from before; deletions that are not sent yet never happen.</summary>
public sealed class UndoBulk(IDashboardDbs dbs, UndoChange undo)
{
    public async Task<Result<BulkUndone>> RunAsync(Actor actor, Guid batch, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "undo changes of tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var changes = await db.Changes.AsNoTracking()
            .Where(c => c.BatchId == batch && c.State != ChangeState.Refused && c.State != ChangeState.Dropped)
            .OrderBy(c => c.Sequence)
            .ToListAsync(ct);
        return changes.Count == 0 ? new Failure.NotFound("This run") : await undo.RunManyAsync(actor, changes, Guid.CreateVersion7(), ct);
    }
}
