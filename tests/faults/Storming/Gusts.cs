using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Faults.Workers;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Faults.Storming;

/// <summary>
/// What one person of the storm wants next in their workspace. Each wish would change something whatever became of those before: who got no
/// answer wishes for a value that it cannot have yet. Persons keep to tasks of their own, a run of many to tasks nobody else touches.
/// </summary>
internal sealed class Gusts(WorkspaceId workspace, Random random, string name)
{
    private static readonly string[] Statuses = ["NOT_STARTED", "IN_PROGRESS", "WAITING", "COMPLETED", "DEFERRED"];

    private readonly List<long> mine = [];
    private readonly Queue<long> forMany = new();
    private readonly Dictionary<long, HashSet<string>> statuses = [];
    private readonly Queue<(long Task, string Type, long Record)> links = new();
    private readonly HashSet<(long Task, string Type, long Record)> linked = [];
    private readonly List<(string Type, long Id)> records = [];
    private int made;

    /// <param name="share">Which of the workspace's persons this is, of how many.</param>
    public async Task LoadAsync(IDashboardDb db, int share, int of)
    {
        var tasks = await db.Tasks.AsNoTracking().OrderBy(t => t.Id).Select(t => new { t.Id, t.Status, t.Priority }).ToListAsync();
        foreach (var task in tasks.Where((_, at) => at % of == share))
        {
            if (task.Priority != "HIGH" && forMany.Count < tasks.Count / of / 3)
            {
                forMany.Enqueue(task.Id);
            }
            else
            {
                mine.Add(task.Id);
                statuses[task.Id] = [task.Status ?? ""];
            }
        }

        records.AddRange((await db.Records.AsNoTracking().Where(r => r.ObjectType == "0-1" || r.ObjectType == "0-2").OrderBy(r => r.Id).Take(50).ToListAsync()).Select(r => (r.ObjectType, r.Id)));
        linked.UnionWith((await db.TaskLinks.AsNoTracking().ToListAsync()).Select(l => (l.TaskId, l.ObjectType, l.RecordId)));
    }

    public Wish Next() => random.Next(100) switch
    {
        < 20 => Create(),
        < 45 => Move(),
        < 55 when mine.Count > 8 => Delete(),
        < 65 when Free() is { } pair => Link(pair),
        < 72 when links.TryDequeue(out var pair) => On(WishKind.Unlink, pair.Task) with { Type = pair.Type, Record = pair.Record },
        < 78 when forMany.Count >= 4 => On(WishKind.Many, forMany.Dequeue(), forMany.Dequeue(), forMany.Dequeue(), forMany.Dequeue()) with { Property = TaskProperty.Priority, Value = "HIGH" },
        _ => Edit(),
    };

    /// <summary>What became of it, as far as anybody knows.</summary>
    public void Heard(Wish wish, Outcome outcome)
    {
        if (wish.Kind == WishKind.Move && outcome != Outcome.Fail)
        {
            var possible = statuses[wish.Tasks[0]];
            _ = outcome == Outcome.Ok ? possible.RemoveWhere(value => value != wish.Value) : 0;
        }
        else if (wish.Kind == WishKind.Link && outcome == Outcome.Ok)
        {
            links.Enqueue((wish.Tasks[0], wish.Type!, wish.Record));
        }
    }

    private Wish On(WishKind kind, params long[] tasks) => new(Guid.CreateVersion7(), kind, workspace.Value, tasks);

    private long Any() => mine[random.Next(mine.Count)];

    private Wish Create() => On(WishKind.Create) with { Value = $"Made by {name} {++made}" };

    private Wish Edit() => On(WishKind.Edit, Any()) with { Property = TaskProperty.Subject, Value = $"Called by {name} {++made}" };

    private Wish Move()
    {
        var task = Any();
        if (Statuses.Except(statuses[task]).ToList() is not { Count: > 0 } others)
        {
            return Edit();
        }

        var value = others[random.Next(others.Count)];
        statuses[task].Add(value);
        return On(WishKind.Move, task) with { Value = value };
    }

    private Wish Delete()
    {
        var task = Any();
        mine.Remove(task);
        for (var left = links.Count; left > 0; left--)
        {
            // What hangs on a deleted task is gone with it.
            var pair = links.Dequeue();
            if (pair.Task != task)
            {
                links.Enqueue(pair);
            }
        }

        return On(WishKind.Delete, task);
    }

    private (long Task, string Type, long Record)? Free()
    {
        var (type, record) = records[random.Next(records.Count)];
        var pair = (Any(), type, record);
        return linked.Add(pair) ? pair : null;
    }

    private Wish Link((long Task, string Type, long Record) pair) => On(WishKind.Link, pair.Task) with { Type = pair.Type, Record = pair.Record };
}
