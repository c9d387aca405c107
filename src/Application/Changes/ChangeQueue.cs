using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes;

/// <summary>
/// Takes in what a person wants changed: the change and its effect on the index go into one transaction, then the sender is woken
/// and open boards are told. After a method returned, nothing can lose the intent.
/// </summary>
public sealed class ChangeQueue(ChangeBell bell, IWorkspaceFeed feed, TimeProvider clock)
{
    /// <summary>How long a deletion waits for second thoughts.</summary>
    public static readonly TimeSpan SecondThoughts = TimeSpan.FromSeconds(10);

    /// <summary>Stores the change. The row must be tracked by <paramref name="db"/>; properties that already hold their value are left out.</summary>
    /// <returns>The change, the one stored before under the same operation id, or null when nothing would change in HubSpot.</returns>
    public async Task<Change?> AcceptAsync(IDashboardDb db, Actor actor, CrmTask task, Intent intent, CancellationToken ct)
    {
        if (await AlreadyAsync(db, intent.Operation, ct) is { } already)
        {
            return already;
        }

        var edits = await FieldEdits.LoadAsync(db, [(task, intent)], clock, ct);
        var change = edits.Accept(actor, task, intent);
        await StoreAsync(db, actor, [task.Id], change is not null, ct);
        return change;
    }

    /// <summary>Stores many at once, or none.</summary>
    /// <returns>How many changes go to HubSpot.</returns>
    public async Task<int> AcceptManyAsync(IDashboardDb db, Actor actor, IReadOnlyList<(CrmTask Task, Intent Intent)> intents, CancellationToken ct)
    {
        var edits = await FieldEdits.LoadAsync(db, intents, clock, ct);
        var changes = intents.Select(i => edits.Accept(actor, i.Task, i.Intent)).Count(change => change is not null);
        await StoreAsync(db, actor, [.. intents.Select(i => i.Task.Id)], changes > 0, ct);
        return changes;
    }

    /// <summary>Stores a task that HubSpot does not have yet, and its creation.</summary>
    public async Task<Change> AcceptNewAsync(IDashboardDb db, Actor actor, NewRow row, Guid operation, CancellationToken ct)
    {
        if (await AlreadyAsync(db, operation, ct) is { } already)
        {
            return already;
        }

        var change = NewTasks.Accept(db, actor, row, operation, clock);
        await StoreAsync(db, actor, [row.Task.Id], rings: true, ct);
        return change;
    }

    /// <summary>Sends a new task that HubSpot refused once more, with corrected values.</summary>
    /// <returns>Null when the task is not one that was refused.</returns>
    public async Task<Change?> ReviseNewAsync(
        IDashboardDb db, Actor actor, CrmTask task, IReadOnlyDictionary<string, string?> values, Guid operation, CancellationToken ct)
    {
        var refused = await db.Changes.FirstOrDefaultAsync(c => c.TaskId == task.Id && c.Kind == ChangeKind.Create && c.State == ChangeState.Refused, ct);
        if (refused is null)
        {
            return null;
        }

        var change = await NewTasks.ReviseAsync(db, actor, task, refused, values, operation, clock, ct);
        await StoreAsync(db, actor, [task.Id], rings: true, ct);
        return change;
    }

    /// <summary>Hides the tasks and stores their deletion, which goes out after <see cref="SecondThoughts"/>.</summary>
    public async Task<IReadOnlyList<Change>> AcceptDeletionAsync(IDashboardDb db, Actor actor, IReadOnlyList<CrmTask> tasks, Guid operation, Guid? batch, CancellationToken ct)
    {
        if (await AlreadyAsync(db, operation, ct) is { } already)
        {
            return [already];
        }

        var changes = Deletions.Accept(db, actor, tasks, operation, batch, clock);
        await StoreAsync(db, actor, [.. tasks.Select(t => t.Id)], rings: true, ct);
        return changes;
    }

    /// <summary>Stores changes of associations and pins, in the order given, in one transaction.</summary>
    public async Task AcceptLinksAsync(IDashboardDb db, Actor actor, IReadOnlyList<LinkWish> wishes, CancellationToken ct)
    {
        if (wishes.Count == 0 || await AlreadyAsync(db, wishes[^1].Operation, ct) is not null)
        {
            return;
        }

        foreach (var wish in wishes)
        {
            await LinkEdits.AcceptAsync(db, actor, wish, clock, ct);
        }

        await StoreAsync(db, actor, [.. wishes.Select(w => w.TaskId).Distinct()], rings: true, ct);
    }

    /// <summary>Saves what is tracked and tells whoever has to know.</summary>
    internal async Task StoreAsync(IDashboardDb db, Actor actor, IReadOnlyCollection<long> tasks, bool rings, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        if (rings)
        {
            bell.Ring(db.Workspace);
        }

        feed.Publish(new WorkspaceSignal.TasksChanged(db.Workspace, tasks, actor.Name));
    }

    private static Task<Change?> AlreadyAsync(IDashboardDb db, Guid operation, CancellationToken ct) =>
        db.Changes.AsNoTracking().FirstOrDefaultAsync(c => c.Id == operation, ct);
}

/// <summary>What somebody wants of a task.</summary>
/// <param name="Operation">Made by whoever asks, once per gesture: asking again with it changes nothing again.</param>
/// <param name="Values">Property name to HubSpot's text; null or empty clears.</param>
/// <param name="Rank">Where the card shall stand; null keeps the natural order.</param>
/// <param name="Undoes">The change taken back by this one.</param>
/// <param name="Batch">The run of many it belongs to.</param>
public sealed record Intent(Guid Operation, IReadOnlyDictionary<string, string?> Values, long? Rank = null, Guid? Undoes = null, Guid? Batch = null);
