using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Undoing;

/// <summary>Gives fields their values from before, where nobody else changed them since.</summary>
internal sealed class FieldsBack(IDashboardDb db, ChangeQueue queue)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Change change, bool anyway, CancellationToken ct)
    {
        if (await db.Tasks.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct) is not { } task)
        {
            return new Failure.NotFound("This change");
        }

        var fields = FieldChange.Read(change.Fields);
        var notes = await db.TaskNotes.AsNoTracking().FirstOrDefaultAsync(n => n.TaskId == task.Id, ct);
        if (!anyway && Overtaken(task, notes, fields) is { } overtaken)
        {
            return overtaken;
        }

        var intent = Back(change, fields, Guid.CreateVersion7(), null);
        await queue.AcceptAsync(db, actor, task, intent, ct);
        if (ToNaturalPlace(change, task))
        {
            await db.SaveChangesAsync(ct);
        }

        return Done.Value;
    }

    /// <returns>How many went back.</returns>
    public async Task<int> RunManyAsync(Actor actor, IReadOnlyList<Change> changes, Guid batch, CancellationToken ct)
    {
        var intents = new List<(CrmTask Task, Intent Intent)>();
        foreach (var chunk in changes.Chunk(500))
        {
            var ids = chunk.Select(c => c.TaskId).ToList();
            var tasks = await db.Tasks.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
            var notes = await db.TaskNotes.AsNoTracking().Where(n => ids.Contains(n.TaskId)).ToDictionaryAsync(n => n.TaskId, ct);
            foreach (var change in chunk.Where(c => tasks.ContainsKey(c.TaskId)))
            {
                var fields = FieldChange.Read(change.Fields);
                if (Overtaken(tasks[change.TaskId], notes.GetValueOrDefault(change.TaskId), fields) is null)
                {
                    intents.Add((tasks[change.TaskId], Back(change, fields, intents.Count == 0 ? batch : Guid.CreateVersion7(), batch)));
                }
            }
        }

        await queue.AcceptManyAsync(db, actor, intents, ct);
        var taken = changes.ToDictionary(c => c.Id);
        foreach (var (task, intent) in intents)
        {
            ToNaturalPlace(taken[intent.Undoes!.Value], task);
        }

        await db.SaveChangesAsync(ct);
        return intents.Count;
    }

    /// <summary>It stood in its natural place before somebody put it where it is.</summary>
    private static bool ToNaturalPlace(Change change, CrmTask task)
    {
        if (!task.RankedByHand || (change.RankedByHandBefore && change.RankBefore is not null))
        {
            return false;
        }

        (task.RankedByHand, task.Rank) = (false, TaskRank.Of(task.Due, task.CompletedAt, task.IsClosed, task.Id));
        return true;
    }

    private static Intent Back(Change change, Dictionary<string, FieldChange> fields, Guid operation, Guid? batch) => new(
        operation, fields.ToDictionary(f => f.Key, f => f.Value.Before), change.RankedByHandBefore ? change.RankBefore : null, change.Id, batch);

    /// <summary>What the fields hold where that is not what the change set; null when all of them still do. Of fields the index does not keep nothing is known.</summary>
    internal static Failure.Conflict? Overtaken(CrmTask task, TaskNotes? notes, Dictionary<string, FieldChange> fields)
    {
        var other = fields
            .Where(f => TaskProperty.IsKept(f.Key))
            .Select(f => (f.Key, Now: TaskProperty.Read(task, f.Key, notes), f.Value.After))
            .Where(f => (f.Now ?? "") != (f.After ?? ""))
            .ToDictionary(f => f.Key, f => f.Now);
        return other.Count == 0 ? null : new Failure.Conflict(Sentence(other.First())) { Now = other };
    }

    private static string Sentence(KeyValuePair<string, string?> other) => TaskProperty.IsLong(other.Key)
        ? "Somebody has changed this task since."
        : $"Somebody has changed this task since: it now says \"{other.Value ?? "nothing"}\".";
}
