using System.Text.RegularExpressions;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Wants;

/// <summary>Gives the changes of a gesture the values HubSpot wants, so that each goes out with them as one change.</summary>
public sealed partial class AnswerWants(IDashboardDbs dbs, ChangeQueue queue, TimeProvider clock)
{
    /// <param name="id">Of a change, or of a run of many.</param>
    /// <param name="values">As a form holds them (<see cref="TaskEdit.Values"/>); only what is wanted is taken.</param>
    /// <returns><see cref="Failure.Unfit"/> with a sentence for each field that is empty or cannot be taken; otherwise how many tasks are on their way.</returns>
    public async Task<Result<int>> RunAsync(Actor actor, Guid id, IReadOnlyDictionary<string, string?> values, OwnTime own, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "change tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var changes = await ShowWants.Open(db, id).OrderBy(c => c.Sequence).Take(ShowWants.BulkMost).ToListAsync(ct);
        var ids = changes.ConvertAll(c => c.TaskId);
        var tasks = await db.Tasks.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        changes.RemoveAll(c => !tasks.ContainsKey(c.TaskId));
        if (changes.Count == 0)
        {
            return new Failure.NotFound("This change");
        }

        var read = await ReadAsync(db, changes, tasks, values, own, ct);
        return read.Ok ? await StoreAsync(db, actor, read.Value, ct) : read.Failure;
    }

    private async Task<Result<List<Answered>>> ReadAsync(
        IDashboardDb db, List<Change> changes, Dictionary<long, CrmTask> tasks, IReadOnlyDictionary<string, string?> values, OwnTime own, CancellationToken ct)
    {
        var choices = await PortalChoices.LoadAsync(db, ct);
        var notes = await db.TaskNotes.AsNoTracking().Where(n => tasks.Keys.Contains(n.TaskId)).ToDictionaryAsync(n => n.TaskId, ct);
        var answered = new List<Answered>();
        foreach (var change in changes)
        {
            var wanted = WantedProperties.Of(change.Wants);
            var checks = new FieldChecks(choices, own, clock.GetUtcNow(), tasks[change.TaskId], notes.GetValueOrDefault(change.TaskId)) { Others = wanted };
            var taken = checks.Read(wanted.ToDictionary(name => name, name => values.GetValueOrDefault(name)));
            var empty = taken.Ok ? taken.Value.Where(v => IsEmpty(v.Key, v.Value)).Select(v => v.Key).ToList() : [];
            if (!taken.Ok || empty.Count > 0)
            {
                return taken.Ok ? new Failure.Unfit(empty.ToDictionary(name => name, _ => "HubSpot wants this set.")) : taken.Failure;
            }

            answered.Add(new Answered(change, tasks[change.TaskId], taken.Value));
        }

        return answered;
    }

    /// <summary>Markup around nothing is nothing.</summary>
    private static bool IsEmpty(string property, string? value) =>
        string.IsNullOrWhiteSpace(property == TaskProperty.Body ? Markup().Replace(SafeHtml.Rebuild(value), " ") : value);

    [GeneratedRegex("<[^>]*>|&nbsp;")]
    private static partial Regex Markup();

    private async Task<int> StoreAsync(IDashboardDb db, Actor actor, List<Answered> answered, CancellationToken ct)
    {
        var again = new List<(CrmTask Task, Intent Intent)>();
        var edits = await FieldEdits.LoadAsync(db, answered.ConvertAll(a => (a.Task, new Intent(a.Change.Id, a.Values))), clock, ct);
        foreach (var (change, task, values) in answered)
        {
            if (change.State == ChangeState.Wanting)
            {
                edits.Extend(change, task, values);
                continue;
            }

            // HubSpot refused it and the task holds its old values again: it is wanted anew, together with what was missing.
            change.State = ChangeState.Dropped;
            var all = FieldChange.Read(change.Fields).ToDictionary(f => f.Key, f => f.Value.After);
            foreach (var (property, value) in values)
            {
                all[property] = value;
            }

            again.Add((task, new Intent(Guid.CreateVersion7(), all, Batch: change.BatchId)));
        }

        await queue.AcceptManyAsync(db, actor, again, ct);
        await queue.StoreAsync(db, actor, [.. answered.Select(a => a.Task.Id)], rings: true, ct);
        return answered.Count;
    }

    private sealed record Answered(Change Change, CrmTask Task, IReadOnlyDictionary<string, string?> Values);
}
