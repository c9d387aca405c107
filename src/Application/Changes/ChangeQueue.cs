using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes;

/// <summary>
/// Takes in what a person wants changed: the change and its effect on the index go into one transaction, then the sender is woken
/// and open boards are told. After <see cref="AcceptAsync"/> returned, nothing can lose the intent.
/// </summary>
public sealed class ChangeQueue(ChangeBell bell, IWorkspaceFeed feed, TimeProvider clock)
{
    /// <summary>Stores the change. The row must be tracked by <paramref name="db"/>; properties that already hold their value are left out.</summary>
    /// <returns>The change, the one stored before under the same operation id, or null when nothing would change in HubSpot.</returns>
    public async Task<Change?> AcceptAsync(IDashboardDb db, Actor actor, CrmTask task, Intent intent, CancellationToken ct)
    {
        if (await db.Changes.AsNoTracking().FirstOrDefaultAsync(c => c.Id == intent.Operation, ct) is { } already)
        {
            return already;
        }

        var fields = intent.Values
            .Select(v => (v.Key, Change: new FieldChange(Filled(TaskProperty.Read(task, v.Key)), Filled(v.Value))))
            .Where(f => f.Change.Before != f.Change.After)
            .ToDictionary(f => f.Key, f => f.Change);

        var change = fields.Count == 0 ? null : NewChange(actor, task, intent, fields);
        if (change is not null)
        {
            db.Changes.Add(change);
            await ApplyAsync(db, task, change, fields, ct);
        }

        Place(task, intent.Rank);
        await db.SaveChangesAsync(ct);

        if (change is not null)
        {
            bell.Ring(db.Workspace);
        }

        feed.Publish(new WorkspaceSignal.TasksChanged(db.Workspace, [task.Id], actor.Name));
        return change;
    }

    private static string? Filled(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static void Place(CrmTask task, long? rank)
    {
        if (rank is { } byHand)
        {
            task.Rank = byHand;
            task.RankedByHand = true;
        }
    }

    private Change NewChange(Actor actor, CrmTask task, Intent intent, Dictionary<string, FieldChange> fields) => new()
    {
        WorkspaceId = task.WorkspaceId,
        Id = intent.Operation,
        TaskId = task.Id,
        PersonId = actor.PersonId,
        Kind = ChangeKind.Update,
        Fields = FieldChange.Write(fields),
        RankBefore = task.Rank,
        RankedByHandBefore = task.RankedByHand,
        AcceptedAt = clock.GetUtcNow(),
        NotBefore = clock.GetUtcNow(),
        Undoes = intent.Undoes,
    };

    private async Task ApplyAsync(IDashboardDb db, CrmTask task, Change change, Dictionary<string, FieldChange> fields, CancellationToken ct)
    {
        foreach (var (property, field) in fields)
        {
            TaskProperty.Write(task, property, field.After);
        }

        if (fields.ContainsKey(TaskProperty.Status))
        {
            var closed = (await TaskStatuses.LoadAsync(db, ct)).IsClosed(task.Status);
            task.CompletedAt = closed ? task.CompletedAt ?? clock.GetUtcNow() : null;
            task.RankedByHand &= task.IsClosed == closed;
            task.IsClosed = closed;
        }

        if (!task.RankedByHand)
        {
            task.Rank = TaskRank.Of(task.Due, task.CompletedAt, task.IsClosed, task.Id);
        }

        task.ChangeState = TaskChangeState.Pending;
        task.ChangeId = change.Id;
    }
}

/// <summary>What somebody wants of a task.</summary>
/// <param name="Operation">Made by whoever asks, once per gesture: asking again with it changes nothing again.</param>
/// <param name="Values">Property name to HubSpot's text; null or empty clears.</param>
/// <param name="Rank">Where the card shall stand; null keeps the natural order.</param>
/// <param name="Undoes">The change taken back by this one.</param>
public sealed record Intent(Guid Operation, IReadOnlyDictionary<string, string?> Values, long? Rank = null, Guid? Undoes = null);
