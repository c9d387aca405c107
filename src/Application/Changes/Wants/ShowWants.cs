using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Wants;

/// <summary>What HubSpot wants set before it takes a change, or the changes of a run: asked once for all of them.</summary>
public sealed class ShowWants(IDashboardDbs dbs)
{
    /// <param name="id">Of a change, or of a run of many.</param>
    /// <returns>Not found when nothing of it waits for a property (any more).</returns>
    public async Task<Result<WantedSight>> RunAsync(Actor actor, Guid id, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var changes = await Open(db, id).AsNoTracking().OrderBy(c => c.Sequence).Take(BulkMost).ToListAsync(ct);
        if (changes.Count == 0)
        {
            return new Failure.NotFound("This change");
        }

        var first = changes[0].TaskId;
        return new WantedSight(
            id,
            await db.Tasks.AsNoTracking().Where(t => t.Id == first).Select(t => t.Subject).FirstOrDefaultAsync(ct) ?? "",
            changes.Select(c => c.TaskId).Distinct().Count(),
            changes.ConvertAll(c => c.Id),
            [.. changes.SelectMany(c => WantedProperties.Of(c.Wants)).Distinct()],
            changes.Exists(c => c.State == ChangeState.Wanting),
            changes.Select(c => c.Reason).FirstOrDefault(r => r is not null),
            await PortalChoices.LoadAsync(db, ct));
    }

    internal const int BulkMost = Tasks.Bulk.BulkWish.MostTasks;

    internal static IQueryable<Change> Open(IDashboardDb db, Guid id) => db.Changes.Where(c => (c.Id == id || c.BatchId == id)
        && (c.State == ChangeState.Refused || c.State == ChangeState.Wanting) && c.Kind == ChangeKind.Update && c.Wants != null);
}

/// <param name="Subject">Of the first task.</param>
/// <param name="Properties">By HubSpot's names.</param>
/// <param name="IsHeld">Nothing was sent yet; otherwise HubSpot refused it and the tasks hold their values from before.</param>
/// <param name="Reason">HubSpot's words, where it refused.</param>
public sealed record WantedSight(Guid Id, string Subject, int Tasks, IReadOnlyList<Guid> Changes, IReadOnlyList<string> Properties, bool IsHeld, string? Reason, PortalChoices Choices);
