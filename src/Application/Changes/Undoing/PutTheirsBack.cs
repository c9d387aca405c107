using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Undoing;

/// <summary>Gives fields the values back that somebody had put there in HubSpot and a change of ours wrote over unseen.</summary>
public sealed class PutTheirsBack(IDashboardDbs dbs, ChangeQueue queue)
{
    /// <returns><see cref="Failure.Conflict"/> with what stands there, when somebody has changed it once more.</returns>
    public async Task<Result<Done>> RunAsync(Actor actor, Guid changeId, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "change tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var change = await db.Changes.AsNoTracking().FirstOrDefaultAsync(c => c.Id == changeId && c.State == ChangeState.Done, ct);
        var theirs = change is null ? [] : FieldChange.Read(change.Fields).Where(f => f.Value.Overwrote is not null).ToDictionary();
        if (change is null || theirs.Count == 0 || await db.Tasks.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct) is not { } task)
        {
            return new Failure.NotFound("This change");
        }

        if (FieldsBack.Overtaken(task, null, theirs) is { } overtaken)
        {
            return overtaken;
        }

        var values = theirs.ToDictionary(f => f.Key, f => (string?)f.Value.Overwrote!.Value);
        await queue.AcceptAsync(db, actor, task, new Intent(Guid.CreateVersion7(), values, Undoes: change.Id), ct);
        return Done.Value;
    }
}
