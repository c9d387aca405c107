using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links;

/// <summary>A record with its tasks: open ones by due date, then done ones, the pinned one apart. From the index; <see cref="RefreshRecord"/> asks HubSpot.</summary>
public sealed class ShowRecord(IDashboardDbs dbs)
{
    private const int MostTasks = 200;

    /// <param name="related">Records associated with this one, as <see cref="RefreshRecord"/> found them: their tasks are shown too.</param>
    public async Task<Result<RecordDetails>> RunAsync(Actor actor, string objectType, long recordId, IReadOnlyList<RelatedRecord> related, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        if (await db.Records.AsNoTracking().FirstOrDefaultAsync(r => r.ObjectType == objectType && r.Id == recordId, ct) is not { } record)
        {
            return new Failure.NotFound("This record");
        }

        var own = await TasksAsync(db, objectType, recordId, ct);
        var ids = own.ConvertAll(t => t.Id);
        var theirs = await TasksOfAsync(db, related, ct);
        var others = related.SelectMany(other => theirs[(other.ObjectType, other.Id)].Where(t => !ids.Contains(t.Id)).Select(t => new RelatedTask(t, other)));
        var pinned = record.PinnedTaskId is { } pin ? await db.Tasks.AsNoTracking().FirstOrDefaultAsync(t => t.Id == pin, ct) : null;
        var portal = await db.Connections.AsNoTracking().Select(c => new { c.HubId, c.UiDomain }).SingleOrDefaultAsync(ct);
        return new RecordDetails(
            record,
            pinned,
            [.. own.Where(t => t.Id != pinned?.Id)],
            [.. others.DistinctBy(t => t.Task.Id).OrderBy(t => t.Task.IsClosed).ThenBy(t => t.Task.Rank)],
            portal is null ? null : $"https://{portal.UiDomain}/contacts/{portal.HubId}/record/{objectType}/{recordId}");
    }

    private static Task<List<CrmTask>> TasksAsync(IDashboardDb db, string objectType, long recordId, CancellationToken ct) => db.Tasks.AsNoTracking()
        .Where(t => db.TaskLinks.Any(l => l.TaskId == t.Id && l.ObjectType == objectType && l.RecordId == recordId))
        .OrderBy(t => t.IsClosed).ThenBy(t => t.Rank).ThenBy(t => t.Id)
        .Take(MostTasks)
        .ToListAsync(ct);

    /// <summary>The tasks of many records in one query, of each in the order and up to the number of <see cref="TasksAsync"/>.</summary>
    private static async Task<ILookup<(string ObjectType, long Id), CrmTask>> TasksOfAsync(IDashboardDb db, IReadOnlyList<RelatedRecord> records, CancellationToken ct)
    {
        var (types, ids) = (records.Select(r => r.ObjectType).Distinct().ToList(), records.Select(r => r.Id).Distinct().ToList());
        var links = db.TaskLinks.AsNoTracking().Where(l => types.Contains(l.ObjectType) && ids.Contains(l.RecordId));
        var rows = ids.Count == 0 ? [] : await (
            from record in links.Select(l => new { l.ObjectType, l.RecordId }).Distinct()
            from row in links
                .Join(db.Tasks.AsNoTracking(), l => l.TaskId, t => t.Id, (l, t) => new { l.ObjectType, l.RecordId, Task = t })
                .Where(r => r.ObjectType == record.ObjectType && r.RecordId == record.RecordId)
                .OrderBy(r => r.Task.IsClosed).ThenBy(r => r.Task.Rank).ThenBy(r => r.Task.Id)
                .Take(MostTasks)
            select row).ToListAsync(ct);
        return rows
            .OrderBy(r => r.Task.IsClosed).ThenBy(r => r.Task.Rank).ThenBy(r => r.Task.Id)
            .ToLookup(r => (r.ObjectType, r.RecordId), r => r.Task);
    }
}
