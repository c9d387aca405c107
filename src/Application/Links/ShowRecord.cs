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
        var others = new List<RelatedTask>();
        foreach (var other in related)
        {
            var theirs = await TasksAsync(db, other.ObjectType, other.Id, ct);
            others.AddRange(theirs.Where(t => !ids.Contains(t.Id)).Select(t => new RelatedTask(t, other)));
        }

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
}
