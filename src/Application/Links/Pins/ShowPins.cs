using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links.Pins;

/// <summary>Every pinned task across records, and where a pin is missing, done or stale.</summary>
public sealed class ShowPins(IDashboardDbs dbs, TimeProvider clock)
{
    private const string Deals = "0-3";
    private const int MostEntries = 1_000;

    private static readonly TimeSpan Untouched = TimeSpan.FromDays(30);

    public async Task<Result<PinBoard>> RunAsync(Actor actor, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var pinned = await (
            from record in db.Records.AsNoTracking()
            where record.PinnedTaskId != null
            join task in db.Tasks.AsNoTracking() on record.PinnedTaskId equals task.Id
            orderby task.IsClosed, task.Rank, task.Id
            select new { Record = record, Task = task }).Take(MostEntries).ToListAsync(ct);
        var missing = await db.Records.AsNoTracking()
            .Where(r => r.ObjectType == Deals && r.IsClosed == false && r.PinnedTaskId == null)
            .OrderBy(r => r.Name).ThenBy(r => r.Id)
            .Take(MostEntries)
            .ToListAsync(ct);
        return new PinBoard(
            [.. pinned.Select(p => new PinEntry(p.Record, p.Task, StateOf(p.Task)))],
            [.. missing.Select(r => new PinEntry(r, null, PinState.Missing))]);
    }

    private PinState StateOf(CrmTask task)
    {
        var now = clock.GetUtcNow();
        return task.IsClosed ? PinState.Done
            : task.Due < now || task.RemoteUpdatedAt < now - Untouched ? PinState.Stale
            : PinState.Live;
    }
}
