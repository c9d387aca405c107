using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Editing;

/// <summary>
/// The queues tasks can be put into, as far as HubSpot tells: the options of its property, which are empty where it keeps the queues
/// to itself, and the numbers that tasks carry. No interface of HubSpot lists queues or their names.
/// https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide
/// </summary>
public sealed class ShowQueues(IDashboardDbs dbs)
{
    private const int Most = 100;

    public async Task<Result<IReadOnlyList<KnownQueue>>> RunAsync(Actor actor, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var names = await db.PropertyOptions.AsNoTracking()
            .Where(o => o.Property == TaskProperty.Queues && !o.IsHidden)
            .ToDictionaryAsync(o => o.Value, o => o.Label, ct);
        var carried = await (
            from notes in db.TaskNotes.AsNoTracking()
            where notes.QueueIds != null
            join task in db.Tasks.AsNoTracking() on notes.TaskId equals task.Id
            group task by notes.QueueIds into same
            select new { Ids = same.Key, Tasks = same.Count(), Open = same.Count(t => !t.IsClosed) }).ToListAsync(ct);
        var counts = carried
            .SelectMany(one => Read(one.Ids).Select(id => (Id: id, one.Tasks, one.Open)))
            .GroupBy(one => one.Id)
            .ToDictionary(same => same.Key, same => (Tasks: same.Sum(one => one.Tasks), Open: same.Sum(one => one.Open)));
        return names.Keys.Union(counts.Keys)
            .Select(id => new KnownQueue(id, names.GetValueOrDefault(id), counts.GetValueOrDefault(id).Tasks, counts.GetValueOrDefault(id).Open))
            .OrderByDescending(queue => queue.Name is not null).ThenByDescending(queue => queue.Tasks).ThenBy(queue => queue.Id, StringComparer.Ordinal)
            .Take(Most)
            .ToList();
    }

    /// <summary>HubSpot joins the numbers with semicolons.</summary>
    public static IReadOnlyList<string> Read(string? ids) => [.. (ids ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}
