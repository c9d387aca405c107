using System.Globalization;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Checks;

/// <summary>
/// Walks the portal's list by id, a few pages in each turn of the sync, and mends what differs. Search never tells of deleted tasks, associations
/// do not move a task's date, and webhooks get lost: this finds all of them in the end.
/// https://developers.hubspot.com/docs/api-reference/latest/crm/using-object-apis
/// </summary>
public sealed class CompareIndex(
    IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks, RecordKinds kinds, ComparePage pages, SyncBell bell, IWorkspaceFeed feed, TimeProvider clock)
{
    /// <summary>A tenth of the calls HubSpot allows in the ten seconds between two turns.</summary>
    private const int PagesOfSweep = 10;

    private const int PagesAsked = 25;

    private static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(5);

    public async Task<Result<Done>> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        if (await DueAsync(workspace, ct) is not { } kind)
        {
            return Done.Value;
        }

        var linked = await tokens.CallAsync(workspace, CallPriority.Syncing, access => kinds.OfAsync(access, ct), ct);
        if (!linked.Ok)
        {
            return linked.Failure;
        }

        for (var left = kind == IndexCheckKind.Asked ? PagesAsked : PagesOfSweep; left > 0; left--)
        {
            var step = await StepAsync(workspace, kind, linked.Value, ct);
            if (!step.Ok || !step.Value)
            {
                return step.Ok ? Done.Value : step.Failure;
            }
        }

        if (kind == IndexCheckKind.Asked)
        {
            bell.Ring(workspace);
        }

        return Done.Value;
    }

    /// <summary>The check that is under way, or the sweep when its time has come. Large portals rest longer.</summary>
    private async Task<IndexCheckKind?> DueAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var checks = await db.IndexChecks.AsNoTracking().ToListAsync(ct);
        if (checks.Exists(c => c.Kind == IndexCheckKind.Asked && c.FinishedAt is null))
        {
            return IndexCheckKind.Asked;
        }

        var sweep = checks.Find(c => c.Kind == IndexCheckKind.Sweep);
        if (sweep is { FinishedAt: null })
        {
            return IndexCheckKind.Sweep;
        }

        var rested = sweep?.FinishedAt ?? await db.SyncStates.Select(s => s.FinishedAt).FirstOrDefaultAsync(ct);
        var pause = sweep is null ? LeastPause : TimeSpan.FromTicks(Math.Max(LeastPause.Ticks, 2 * (sweep.FinishedAt!.Value - sweep.StartedAt).Ticks));
        if (rested is null || rested + pause > clock.GetUtcNow())
        {
            return null;
        }

        await BeginAsync(dbs, workspace, IndexCheckKind.Sweep, null, clock, ct);
        return IndexCheckKind.Sweep;
    }

    /// <returns>Whether there is more.</returns>
    private async Task<Result<bool>> StepAsync(WorkspaceId workspace, IndexCheckKind kind, IReadOnlyList<RecordKind> linked, CancellationToken ct)
    {
        long cursor;
        await using (var db = dbs.Open(workspace))
        {
            cursor = await db.IndexChecks.Where(c => c.Kind == kind).Select(c => c.Cursor).FirstOrDefaultAsync(ct);
        }

        var after = cursor == 0 ? null : cursor.ToString(CultureInfo.InvariantCulture);
        var page = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.ListAsync(access, after, linked, ct), ct);
        if (!page.Ok)
        {
            return page.Failure;
        }

        var more = await pages.RunAsync(workspace, kind, cursor, page.Value, ct);
        feed.Publish(new WorkspaceSignal.SyncProgressed(workspace));
        return more;
    }

    internal static Task<int> BeginAsync(IDashboardDbs dbs, WorkspaceId workspace, IndexCheckKind kind, string? by, TimeProvider clock, CancellationToken ct) => dbs.StoreAsync(
        workspace,
        async db =>
        {
            await db.SyncStates.OfRunningAsync(ct);
            if (await db.IndexChecks.FirstOrDefaultAsync(c => c.Kind == kind, ct) is not { } check)
            {
                db.IndexChecks.Add(check = new IndexCheck { WorkspaceId = workspace, Kind = kind });
            }

            check.Begin(clock.GetUtcNow(), await db.Tasks.CountAsync(t => t.Id > 0, ct), by);
            return 0;
        },
        ct);
}
