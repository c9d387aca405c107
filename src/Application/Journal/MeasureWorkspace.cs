using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Journal;

/// <summary>How a workspace's way to HubSpot and back is doing, in figures: for its page and for the metrics.</summary>
public sealed class MeasureWorkspace(IDashboardDbs dbs, IHubSpotPortal portal, TimeProvider clock)
{
    public async Task<WorkspaceFigures> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var now = clock.GetUtcNow();
        var moving = db.Changes.AsNoTracking().Where(StandingOf.InGroup(1));
        var oldest = await moving.OrderBy(c => c.Sequence).Select(c => (DateTimeOffset?)c.AcceptedAt).FirstOrDefaultAsync(ct);
        var state = await db.SyncStates.AsNoTracking().Select(s => new { ReadAt = s.LastDeltaAt ?? s.FinishedAt, s.LastHintAt }).FirstOrDefaultAsync(ct);
        var hub = await db.Connections.AsNoTracking().Select(c => (long?)c.HubId).FirstOrDefaultAsync(ct);
        return new WorkspaceFigures(
            await moving.CountAsync(ct),
            await db.Changes.AsNoTracking().CountAsync(StandingOf.InGroup(0), ct),
            oldest is { } since ? now - since : null,
            state?.ReadAt is { } at ? now - at : null,
            state?.LastHintAt is { } heard ? now - heard : null,
            hub is { } id && portal.BudgetOf(id) is { } budget ? Math.Max(0, budget.Max - budget.Used) : null);
    }
}

/// <param name="Depth">Changes on their way to HubSpot.</param>
/// <param name="NeedSomebody">Changes refused, in conflict or to be decided.</param>
/// <param name="OldestAge">Since the oldest of those on their way was accepted; null when there is none.</param>
/// <param name="SyncLag">Since HubSpot was last read to the end; null before the first time.</param>
/// <param name="WebhookSilence">Since HubSpot last sent a webhook; null when it never did.</param>
/// <param name="CallsLeft">Calls this process may make right now; null without a connection.</param>
public sealed record WorkspaceFigures(int Depth, int NeedSomebody, TimeSpan? OldestAge, TimeSpan? SyncLag, TimeSpan? WebhookSilence, int? CallsLeft);
