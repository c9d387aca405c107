using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Hints;

/// <summary>Tries again what was parked after too many failures.</summary>
public sealed class RetryHints(IDashboardDbs dbs, HintBell bell)
{
    public async Task<Result<int>> RunAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Role.Admin, "read HubSpot again") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        var again = await db.WebhookHints.Where(h => h.ParkedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.ParkedAt, (DateTimeOffset?)null).SetProperty(h => h.Tries, 0), ct);
        bell.Ring(actor.Workspace);
        return again;
    }
}
