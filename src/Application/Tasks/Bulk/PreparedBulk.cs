using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Editing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Bulk;

/// <summary>The tasks of a run as they are, tracked, and what each of them shall become.</summary>
internal sealed record PreparedBulk(BulkPlan Plan, IReadOnlyList<(CrmTask Task, IReadOnlyDictionary<string, string?> Values)> Tasks)
{
    /// <summary>A batch write takes HubSpot about so long.</summary>
    private static readonly TimeSpan PerCall = TimeSpan.FromMilliseconds(800);

    public static async Task<Result<PreparedBulk>> LoadAsync(
        IDashboardDb db, IReadOnlyCollection<long> taskIds, BulkWish wish, OwnTime own, DateTimeOffset now, CancellationToken ct)
    {
        var ids = taskIds.Distinct().ToList();
        if (ids.Count > BulkWish.MostTasks)
        {
            return new Failure.Invalid("tasks", $"At most {BulkWish.MostTasks:N0} tasks can be changed in one go; {ids.Count:N0} are selected.");
        }

        if (ids.Count == 0 || (!wish.Delete && wish.Values.Count == 0))
        {
            return new Failure.Invalid("tasks", "Select tasks and what shall happen to them.");
        }

        var choices = await PortalChoices.LoadAsync(db, ct);

        // What fits no task at all belongs beside the field, not beside each task.
        var general = new FieldChecks(choices, own, now, null, null).Read(wish.Values);
        if (!general.Ok)
        {
            return general.Failure;
        }

        var rows = new Dictionary<long, CrmTask>();
        foreach (var chunk in ids.Chunk(500))
        {
            foreach (var task in await db.Tasks.Where(t => chunk.Contains(t.Id)).ToListAsync(ct))
            {
                rows[task.Id] = task;
            }
        }

        return Sort(ids, rows, wish, task => new FieldChecks(choices, own, now, task, null));
    }

    private static PreparedBulk Sort(List<long> ids, Dictionary<long, CrmTask> rows, BulkWish wish, Func<CrmTask, FieldChecks> checks)
    {
        var change = new List<(CrmTask Task, IReadOnlyDictionary<string, string?> Values)>();
        var already = new List<long>();
        var refused = new List<BulkRefusal>();
        foreach (var id in ids)
        {
            if (!rows.TryGetValue(id, out var task))
            {
                refused.Add(new BulkRefusal(id, $"Task {id}", "It is not here any more."));
            }
            else if (checks(task).Read(wish.Values) is var read && !read.Ok)
            {
                refused.Add(new BulkRefusal(id, task.Subject, read.Failure.Sentence));
            }
            else if (ProvisionalIds.Is(id) && task.ChangeState == TaskChangeState.Refused)
            {
                refused.Add(new BulkRefusal(id, task.Subject, "HubSpot did not take this new task yet. Correct it first."));
            }
            else if (!wish.Delete && read.Value.All(v => (TaskProperty.Read(task, v.Key) ?? "") == (v.Value ?? "")))
            {
                already.Add(id);
            }
            else
            {
                change.Add((task, read.Value));
            }
        }

        var calls = (change.Count + BulkWish.TasksPerCall - 1) / BulkWish.TasksPerCall;
        var wait = wish.Delete && change.Count > 0 ? ChangeQueue.SecondThoughts : TimeSpan.Zero;
        return new PreparedBulk(new BulkPlan([.. change.Select(c => c.Task.Id)], already, refused, calls, wait + (calls * PerCall)), change);
    }
}
