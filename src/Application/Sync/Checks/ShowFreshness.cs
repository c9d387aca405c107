using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Hints;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Checks;

/// <summary>How fresh the index is kept, and what could not be: webhooks, comparisons, tasks left out.</summary>
public sealed class ShowFreshness(IDashboardDbs dbs, WebhookTally tally)
{
    private const int Shown = 20;

    /// <returns>Null when the workspace is not connected.</returns>
    public async Task<Freshness?> RunAsync(Actor actor, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        if (await db.SyncStates.AsNoTracking().FirstOrDefaultAsync(ct) is not { } state)
        {
            return null;
        }

        var checks = await db.IndexChecks.AsNoTracking().ToListAsync(ct);
        var parked = db.WebhookHints.AsNoTracking().Where(h => h.ParkedAt != null);
        return new Freshness
        {
            LastHintAt = state.LastHintAt,
            PolledChangeAt = state.PolledChangeAt,
            Waiting = await db.WebhookHints.CountAsync(h => h.ParkedAt == null, ct),
            ParkedCount = await parked.CountAsync(ct),
            Parked = await parked.OrderBy(h => h.Sequence).Take(Shown).ToListAsync(ct),
            QuarantineCount = await db.Quarantine.CountAsync(ct),
            Quarantined = await db.Quarantine.AsNoTracking().OrderBy(q => q.TaskId).Take(Shown).ToListAsync(ct),
            Asked = checks.Find(c => c.Kind == IndexCheckKind.Asked),
            Sweep = checks.Find(c => c.Kind == IndexCheckKind.Sweep),
            Forged = tally.Forged,
            LastForgedAt = tally.LastForgedAt,
            SignedForAddress = tally.SignedForAddress,
        };
    }
}
