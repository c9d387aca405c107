using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Editing;

/// <summary>Changes fields of a task. Stored before it returns; HubSpot hears of it a moment later.</summary>
public sealed class EditTask(IDashboardDbs dbs, ChangeQueue queue, TimeProvider clock)
{
    /// <returns>
    /// <see cref="Failure.Unfit"/> with a sentence for each field that cannot be taken; <see cref="Failure.Conflict"/> with the values of now when somebody
    /// else changed a field the person saw otherwise.
    /// </returns>
    public async Task<Result<TaskSaved>> RunAsync(Actor actor, TaskEdit edit, OwnTime own, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "change tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        if (await db.Tasks.SingleOrDefaultAsync(t => t.Id == edit.TaskId, ct) is not { } task)
        {
            return new Failure.NotFound("This task");
        }

        var notes = await db.TaskNotes.AsNoTracking().SingleOrDefaultAsync(n => n.TaskId == task.Id, ct);
        var checks = new FieldChecks(await PortalChoices.LoadAsync(db, ct), own, clock.GetUtcNow(), task, notes);
        var values = checks.Read(edit.Values);
        if (!values.Ok)
        {
            return values.Failure;
        }

        if (Overtaken(edit, task, notes, values.Value) is { } overtaken)
        {
            return overtaken;
        }

        if (ProvisionalIds.Is(task.Id) && await queue.ReviseNewAsync(db, actor, task, values.Value, edit.Operation, ct) is { } revised)
        {
            return new TaskSaved(task.Id, revised.Id);
        }

        var change = await queue.AcceptAsync(db, actor, task, new Intent(edit.Operation, values.Value), ct);
        return new TaskSaved(task.Id, change?.Id);
    }

    /// <summary>Fields that hold neither what the person saw nor what they want.</summary>
    private static Failure.Conflict? Overtaken(TaskEdit edit, CrmTask task, TaskNotes? notes, IReadOnlyDictionary<string, string?> wanted)
    {
        var now = edit.Seen
            .Where(seen => wanted.ContainsKey(seen.Key))
            .Select(seen => (seen.Key, Seen: seen.Value ?? "", Now: TaskProperty.Read(task, seen.Key, notes) ?? "", Wanted: wanted[seen.Key] ?? ""))
            .Where(f => f.Now != f.Seen && f.Now != f.Wanted && !(f.Key == TaskProperty.Body && SafeHtml.Rebuild(f.Now) == SafeHtml.Rebuild(f.Seen)))
            .ToDictionary(f => f.Key, f => (string?)f.Now);
        return now.Count == 0 ? null : new Failure.Conflict("Somebody else has changed this task since you opened it.") { Now = now };
    }
}
