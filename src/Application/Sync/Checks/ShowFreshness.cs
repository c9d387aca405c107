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

/// <summary>Webhooks, comparisons and what is left out, as the connection page shows them. Lists hold the first twenty.</summary>
public sealed record Freshness
{
    /// <summary>Polling found a change and for this long before it no webhook came: they have stopped.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromHours(1);

    public DateTimeOffset? LastHintAt { get; init; }

    public DateTimeOffset? PolledChangeAt { get; init; }

    public int Waiting { get; init; }

    public int ParkedCount { get; init; }

    public IReadOnlyList<WebhookHint> Parked { get; init; } = [];

    public int QuarantineCount { get; init; }

    public IReadOnlyList<QuarantinedTask> Quarantined { get; init; } = [];

    public IndexCheck? Asked { get; init; }

    public IndexCheck? Sweep { get; init; }

    /// <summary>Requests to this process without a valid signature.</summary>
    public long Forged { get; init; }

    public DateTimeOffset? LastForgedAt { get; init; }

    /// <summary>As <see cref="WebhookTally.SignedForAddress"/>.</summary>
    public string? SignedForAddress { get; init; }

    public bool IsSilent => LastHintAt is { } heard && PolledChangeAt is { } found && found - heard > LongestSilence;
}
