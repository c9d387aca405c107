using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Sandbox.World.Events;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Faults.Judging;

/// <summary>
/// Compares what was accepted with what HubSpot did. Accepted and done: exactly once, in the order of acceptance. Accepted and not done: not at
/// all, and in a state that is shown. Not accepted: neither. And nothing HubSpot did is without somebody who wanted it.
/// </summary>
/// <param name="changes">All of a workspace, in order of acceptance.</param>
/// <param name="effects">What its portal did to tasks meanwhile, in order.</param>
public sealed class Oracle(IReadOnlyList<Change> changes, IReadOnlyList<RecordEvent> effects)
{
    public const string Tasks = "0-27";

    public static async Task<Oracle> OfAsync(IDashboardDb db, IEnumerable<WorldEvent> ledger, long hub) => new(
        await db.Changes.AsNoTracking().OrderBy(c => c.Sequence).ToListAsync(),
        [.. ledger.OfType<RecordEvent>().Where(e => e.Portal == hub && e.ObjectType == Tasks)]);

    public int Accepted => changes.Count;

    /// <summary>A sentence for each thing that is wrong.</summary>
    public IEnumerable<string> Wrong() => Unsettled().Concat(Creations()).Concat(Fields()).Concat(Deletions()).Concat(Links());

    private static string? Subject(Change change) => FieldChange.Read(change.Fields).GetValueOrDefault(TaskProperty.Subject)?.After;

    private IEnumerable<string> Unsettled() =>
        changes.Where(c => c.State is ChangeState.Waiting or ChangeState.Checking).Select(c => $"never settled: {c.Kind} of {c.TaskId}, {c.State}, {c.Attempts} tries, {c.Reason}");

    private IEnumerable<string> Creations()
    {
        var made = effects.OfType<RecordCreated>().ToLookup(e => e.Properties.GetValueOrDefault(TaskProperty.Subject));
        var wanted = changes.Where(c => c.Kind == ChangeKind.Create).ToLookup(Subject);
        foreach (var subject in made.Select(m => m.Key).Union(wanted.Select(w => w.Key)))
        {
            var done = wanted[subject].Where(c => c.State == ChangeState.Done).Select(c => c.TaskId).Order().ToList();
            var there = made[subject].Select(e => e.ObjectId).Order().ToList();
            if (!done.SequenceEqual(there))
            {
                yield return $"created {there.Count} times in place of {done.Count}: {subject}";
            }
        }
    }

    private IEnumerable<string> Fields()
    {
        var wanted = changes.Where(c => c is { Kind: ChangeKind.Update, State: ChangeState.Done })
            .SelectMany(c => FieldChange.Read(c.Fields).Select(f => (Key: (c.TaskId, f.Key), Value: f.Value.After ?? ""))).ToLookup(w => w.Key, w => w.Value);
        var touched = wanted.Select(w => w.Key.Key).ToHashSet();
        var written = effects.OfType<RecordUpdated>()
            .SelectMany(e => e.Properties.Where(p => touched.Contains(p.Key)).Select(p => (Key: (e.ObjectId, p.Key), Value: p.Value ?? ""))).ToLookup(w => w.Key, w => w.Value);
        return wanted.Select(w => w.Key).Union(written.Select(w => w.Key))
            .Where(key => !wanted[key].SequenceEqual(Turns(written[key])))
            .Select(key => $"{key.Item2} of {key.Item1}: wanted {string.Join(" > ", wanted[key])}, written {string.Join(" > ", written[key])}");
    }

    /// <summary>The same value written over itself changes nothing; another one in between would show.</summary>
    private static IEnumerable<string> Turns(IEnumerable<string> values)
    {
        string? last = null;
        foreach (var value in values)
        {
            if (value != last)
            {
                yield return last = value;
            }
        }
    }

    private IEnumerable<string> Deletions()
    {
        var wanted = changes.Where(c => c is { Kind: ChangeKind.Delete, State: ChangeState.Done }).Select(c => c.TaskId).Order().ToList();
        var gone = effects.OfType<RecordArchived>().Select(e => e.ObjectId).Order().ToList();
        return wanted.SequenceEqual(gone) ? [] : [$"deleted {string.Join(' ', gone)} in place of {string.Join(' ', wanted)}"];
    }

    private IEnumerable<string> Links()
    {
        var wanted = changes.Where(c => c is { Kind: ChangeKind.Link or ChangeKind.Unlink, State: ChangeState.Done })
            .ToLookup(c => Pair(c.TaskId, LinkTarget.Read(c.Targets)[0].ObjectType, LinkTarget.Read(c.Targets)[0].RecordId), c => c.Kind == ChangeKind.Link);
        var done = effects.Select(e => e switch
        {
            Associated added => (Key: Pair(added.ObjectId, added.ToType, added.ToId), There: true),
            Dissociated removed => (Key: Pair(removed.ObjectId, removed.ToType, removed.ToId), There: false),
            _ => default,
        }).Where(e => e.Key is not null).ToLookup(e => e.Key!, e => e.There);
        return wanted.Select(w => w.Key).Union(done.Select(d => d.Key))
            .Where(pair => !wanted[pair].SequenceEqual(done[pair]))
            .Select(pair => $"association {pair}: wanted {string.Join(" > ", wanted[pair])}, done {string.Join(" > ", done[pair])}");
    }

    private static string Pair(long task, string type, long record) => FormattableString.Invariant($"{task}-{type}/{record}");
}
