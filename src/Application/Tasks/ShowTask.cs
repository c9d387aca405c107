using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Application.Tasks.Repeating;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks;

/// <summary>Everything the index knows of one task, for the drawer.</summary>
public sealed class ShowTask(IDashboardDbs dbs)
{
    private const int ShownChanges = 20;

    public async Task<Result<TaskDetails>> RunAsync(Actor actor, long taskId, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        if (await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == taskId, ct) is not { } task)
        {
            return new Failure.NotFound("This task");
        }

        var notes = await db.TaskNotes.AsNoTracking().SingleOrDefaultAsync(n => n.TaskId == taskId, ct);
        var connection = await db.Connections.AsNoTracking()
            .Select(c => new { c.HubId, c.UiDomain })
            .SingleOrDefaultAsync(ct);
        var changes = await db.Changes.AsNoTracking()
            .Where(c => c.TaskId == taskId)
            .OrderByDescending(c => c.Sequence)
            .Take(ShownChanges)
            .ToListAsync(ct);
        var links = await LinksAsync(db, taskId, ct);
        var person = links.Find(link => link.ObjectType == TaskLink.Contact);
        return new TaskDetails(task, notes, links, changes, connection?.HubId, connection?.UiDomain)
        {
            Series = await db.TaskSeries.AsNoTracking().SingleOrDefaultAsync(s => s.TaskId == taskId, ct),
            Customer = Customer.Of(task.CustomerZone, person?.TimeZone, person?.Country),
        };
    }

    internal static async Task<List<LinkedRecord>> LinksAsync(IDashboardDb db, long taskId, CancellationToken ct) => await (
        from link in db.TaskLinks.AsNoTracking()
        where link.TaskId == taskId
        join record in db.Records.AsNoTracking() on new { link.ObjectType, Id = link.RecordId } equals new { record.ObjectType, record.Id } into found
        from record in found.DefaultIfEmpty()
        orderby link.ObjectType, link.RecordId
        select new LinkedRecord(link.ObjectType, link.RecordId, record == null ? null : record.Name, record == null ? null : record.Detail)
        {
            TimeZone = record == null ? null : record.TimeZone,
            Country = record == null ? null : record.Country,
        }).ToListAsync(ct);
}

/// <param name="Changes">Made here, newest first.</param>
/// <param name="HubId">The connected portal; null after a disconnect.</param>
public sealed record TaskDetails(
    CrmTask Task, TaskNotes? Notes, IReadOnlyList<LinkedRecord> Links, IReadOnlyList<Change> Changes, long? HubId, string? UiDomain)
{
    /// <summary>How it repeats; null for a task that does not, as far as HubSpot told.</summary>
    public TaskSeries? Series { get; init; }

    /// <summary>Where its first contact is, as far as HubSpot knows.</summary>
    public Customer? Customer { get; init; }
}

/// <param name="Name">Null until the name was read from HubSpot.</param>
public sealed record LinkedRecord(string ObjectType, long Id, string? Name, string? Detail)
{
    /// <summary>As <see cref="Records.CrmRecord.TimeZone"/>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>As <see cref="Records.CrmRecord.Country"/>.</summary>
    public string? Country { get; init; }
}
