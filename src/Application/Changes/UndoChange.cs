using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes;

/// <summary>Takes a change back by a new one with the values from before, if the fields still hold what it set.</summary>
public sealed class UndoChange(IDashboardDbs dbs, ChangeQueue queue)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Guid changeId, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "undo changes of tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var change = await db.Changes.AsNoTracking().FirstOrDefaultAsync(c => c.Id == changeId, ct);
        var task = change is null ? null : await db.Tasks.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct);
        if (change is null || task is null)
        {
            return new Failure.NotFound("This change");
        }

        if (change.State is ChangeState.Refused or ChangeState.Dropped)
        {
            return new Failure.Conflict("HubSpot never took this change, so there is nothing to undo.");
        }

        var fields = FieldChange.Read(change.Fields);
        if (Overtaken(task, fields) is { } overtaken)
        {
            return overtaken;
        }

        var rank = change.RankedByHandBefore ? change.RankBefore : null;
        var intent = new Intent(Guid.CreateVersion7(), fields.ToDictionary(f => f.Key, f => f.Value.Before), rank, Undoes: change.Id);
        await queue.AcceptAsync(db, actor, task, intent, ct);
        if (rank is null && task.RankedByHand)
        {
            // It stood in its natural place before somebody put it where it is.
            (task.RankedByHand, task.Rank) = (false, TaskRank.Of(task.Due, task.CompletedAt, task.IsClosed, task.Id));
            await db.SaveChangesAsync(ct);
        }

        return Done.Value;
    }

    /// <summary>Takes many field changes or deletions back in one transaction, as a run of its own.</summary>
    public async Task<Result<BulkUndone>> RunManyAsync(Actor actor, IReadOnlyList<Change> changes, Guid batch, CancellationToken ct)
    {
        var back = 0;
        foreach (var change in changes)
        {
            back += (await RunAsync(actor, change.Id, ct)).Ok ? 1 : 0;
        }

        return new BulkUndone(batch, back, changes.Count - back);
    }

    private static Failure.Conflict? Overtaken(CrmTask task, Dictionary<string, FieldChange> fields) => fields
        .Select(f => (Now: TaskProperty.Read(task, f.Key), f.Value.After))
        .Where(f => (f.Now ?? "") != (f.After ?? ""))
        .Select(f => new Failure.Conflict($"Somebody has changed this task since: it now says \"{f.Now ?? "nothing"}\"."))
        .FirstOrDefault();
}

/// <param name="Batch">The run that takes it back.</param>
/// <param name="Undone">Tasks that go back.</param>
/// <param name="Overtaken">Tasks somebody changed since, or that HubSpot has deleted already; they stay as they are.</param>
public sealed record BulkUndone(Guid Batch, int Undone, int Overtaken);
