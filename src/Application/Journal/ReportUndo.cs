using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Undoing;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Journal;

/// <summary>What became of taking a run back, task by task. It is read from the changes themselves, so that it is right whenever somebody looks.</summary>
public sealed class ReportUndo(IDashboardDbs dbs)
{
    /// <returns>Null when nothing of the run was taken back, or it is none of changed fields.</returns>
    public async Task<Result<UndoReport?>> RunAsync(Actor actor, Guid run, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var changes = await db.Changes.AsNoTracking()
            .Where(c => c.BatchId == run && c.Kind == ChangeKind.Update && c.State != ChangeState.Dropped && c.State != ChangeState.Refused)
            .OrderBy(c => c.Sequence).ToListAsync(ct);
        var backs = changes.Count == 0 ? [] : await BacksAsync(db, changes, ct);
        if (backs.Count == 0)
        {
            return (UndoReport?)null;
        }

        var ids = changes.Select(c => c.TaskId).Distinct().ToList();
        var tasks = await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        var notes = await db.TaskNotes.AsNoTracking().Where(n => ids.Contains(n.TaskId)).ToDictionaryAsync(n => n.TaskId, ct);
        var left = new Dictionary<Guid, LeftAsItIs>();
        foreach (var change in changes)
        {
            if (Left(change, tasks.GetValueOrDefault(change.TaskId), notes.GetValueOrDefault(change.TaskId), backs.GetValueOrDefault(change.Id)) is { } why)
            {
                left[change.Id] = why;
            }
        }

        return new UndoReport(changes.Count, left);
    }

    /// <summary>By task, because changes are found by their task: there is no index of what they take back.</summary>
    private static async Task<Dictionary<Guid, Change>> BacksAsync(IDashboardDb db, List<Change> changes, CancellationToken ct)
    {
        var tasks = changes.Select(c => c.TaskId).Distinct().ToList();
        var first = changes[0].Sequence;
        var backs = await db.Changes.AsNoTracking()
            .Where(c => tasks.Contains(c.TaskId) && c.Sequence > first && c.Undoes != null && c.State != ChangeState.Dropped)
            .OrderBy(c => c.Sequence).ToListAsync(ct);
        var ids = changes.Select(c => c.Id).ToHashSet();
        return backs.Where(c => ids.Contains(c.Undoes!.Value)).GroupBy(c => c.Undoes!.Value).ToDictionary(same => same.Key, same => same.Last());
    }

    private static LeftAsItIs? Left(Change change, CrmTask? task, TaskNotes? notes, Change? back) => (task, back) switch
    {
        (_, { State: ChangeState.Refused }) => new LeftAsItIs(back.Reason ?? "HubSpot did not accept it.", null),
        (_, { State: ChangeState.Conflict }) => new LeftAsItIs("Somebody changed it in HubSpot before it was set back.", null),
        (_, not null) => null,
        (null, null) => new LeftAsItIs("This task is not here any more.", null),
        _ => new LeftAsItIs("Somebody has changed this since.", FieldsBack.Overtaken(task, notes, FieldChange.Read(change.Fields))),
    };
}

/// <param name="Total">Changes of the run that HubSpot had taken or was to take.</param>
/// <param name="Left">Those that were not taken back, by change.</param>
public sealed record UndoReport(int Total, IReadOnlyDictionary<Guid, LeftAsItIs> Left)
{
    public int Undone => Total - Left.Count;
}

/// <param name="Why">As a sentence.</param>
/// <param name="Since">What stands there now, where somebody changed it.</param>
public sealed record LeftAsItIs(string Why, Failure.Conflict? Since);
