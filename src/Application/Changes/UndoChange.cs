using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Changes.Undoing;
using Dashboard.Application.Changes.Wants;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes;

/// <summary>
/// Takes a change back: fields by a new change with the values from before, if they still hold what it set or the person wants it anyway; a deletion that was not sent never
/// happens; a new task is given up, or deleted if HubSpot has it; associations and pins by their opposite.
/// </summary>
public sealed class UndoChange(IDashboardDbs dbs, ChangeQueue queue, TimeProvider clock)
{
    public Task<Result<Done>> RunAsync(Actor actor, Guid changeId, CancellationToken ct) => RunAsync(actor, changeId, anyway: false, ct);

    /// <summary>Sets fields back whatever they hold now: for who was shown that.</summary>
    public Task<Result<Done>> RunOverAsync(Actor actor, Guid changeId, CancellationToken ct) => RunAsync(actor, changeId, anyway: true, ct);

    private async Task<Result<Done>> RunAsync(Actor actor, Guid changeId, bool anyway, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "undo changes of tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var change = await db.Changes.FirstOrDefaultAsync(c => c.Id == changeId, ct);
        if (change is null)
        {
            return new Failure.NotFound("This change");
        }

        if (change.Kind != ChangeKind.Create && change.State is ChangeState.Refused or ChangeState.Dropped or ChangeState.Conflict or ChangeState.Undecided)
        {
            return new Failure.Conflict("HubSpot never took this change, so there is nothing to undo.");
        }

        if (!UndoWindow.IsOpen(change, clock.GetUtcNow()))
        {
            return new Failure.Conflict($"This was changed more than {UndoWindow.Length.Days} days ago. Its value from before is not kept any longer.");
        }

        return change.Kind switch
        {
            ChangeKind.Update when change.State == ChangeState.Wanting => await WantsBackAsync(db, actor, [change], ct),
            ChangeKind.Update => await new FieldsBack(db, queue).RunAsync(actor, change, anyway, ct),
            ChangeKind.Delete => await DeletionsBackAsync(db, actor, [change], ct) is [_] ? Done.Value : DeletionsBack.TooLate,
            ChangeKind.Create => await new CreationBack(db, queue).RunAsync(actor, change, ct),
            _ => await new LinksBack(db, queue).RunAsync(actor, change, ct),
        };
    }

    /// <summary>Takes many field changes or deletions back in one transaction, as a run of its own.</summary>
    /// <param name="changes">Of one kind.</param>
    internal async Task<Result<BulkUndone>> RunManyAsync(Actor actor, IReadOnlyList<Change> changes, Guid batch, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var held = changes.Where(c => c.State == ChangeState.Wanting).ToList();
        if (held.Count > 0)
        {
            await WantsBackAsync(db, actor, await TrackedAsync(db, held, ct), ct);
        }

        var sent = changes.Except(held).ToList();
        var back = sent switch
        {
            [] => held.Count,
            [{ Kind: ChangeKind.Delete }, ..] => (await DeletionsBackAsync(db, actor, sent, ct)).Count,
            _ => held.Count + await new FieldsBack(db, queue).RunManyAsync(actor, sent, batch, ct),
        };
        return new BulkUndone(batch, back, changes.Count - back);
    }

    private static async Task<List<Change>> TrackedAsync(IDashboardDb db, List<Change> held, CancellationToken ct)
    {
        var ids = held.ConvertAll(c => c.Id);
        return await db.Changes.Where(c => ids.Contains(c.Id) && c.State == ChangeState.Wanting).ToListAsync(ct);
    }

    private async Task<Result<Done>> WantsBackAsync(IDashboardDb db, Actor actor, IReadOnlyList<Change> held, CancellationToken ct)
    {
        await WantsBack.RunAsync(db, held, clock.GetUtcNow(), ct);
        await queue.StoreAsync(db, actor, [.. held.Select(c => c.TaskId)], rings: false, ct);
        return Done.Value;
    }

    private async Task<IReadOnlyList<long>> DeletionsBackAsync(IDashboardDb db, Actor actor, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var back = await db.Database.InTransactionAsync(token => DeletionsBack.TakeAsync(db, changes, clock, token), ct);
        await queue.StoreAsync(db, actor, back, rings: false, ct);
        return back;
    }
}

/// <param name="Batch">The run that takes it back.</param>
/// <param name="Undone">Tasks that go back.</param>
/// <param name="Overtaken">Tasks somebody changed since, or that HubSpot has deleted already; they stay as they are.</param>
public sealed record BulkUndone(Guid Batch, int Undone, int Overtaken);
