using Dashboard.Application.Changes.Sending;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes;

/// <summary>
/// Sends the waiting changes of a workspace to HubSpot: those of one task in order of acceptance, many tasks in one call.
/// The rows are the truth, so it may be killed anywhere: what does no harm twice is sent again, what would is looked for first.
/// </summary>
public sealed class ChangeSender(
    IDashboardDbs dbs, SendUpdates updates, SendCreations creations, SendDeletions deletions, SendLinks links, ReadBack readBack, TimeProvider clock)
{
    private const int MostAtOnce = 500;

    /// <summary>Sends what is due until nothing is. One caller at a time for each workspace.</summary>
    /// <returns>When to look again at the latest; null when nothing waits.</returns>
    public async Task<DateTimeOffset?> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        while (true)
        {
            var (due, next) = await HeadsAsync(workspace, ct);
            if (due.Count == 0)
            {
                return await readBack.RunAsync(workspace, ct) is { } later && (next is null || later < next) ? later : next;
            }

            if (!await SendAsync(workspace, due, ct))
            {
                return clock.GetUtcNow() + TimeSpan.FromSeconds(1);
            }
        }
    }

    /// <summary>The oldest open change of each task; and of the pins of one record, only the oldest.</summary>
    private async Task<(List<Change> Due, DateTimeOffset? Next)> HeadsAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var now = clock.GetUtcNow();
        var open = db.Changes.AsNoTracking().Where(c => c.State == ChangeState.Waiting || c.State == ChangeState.Checking);
        var heads = open
            .Where(c => !open.Any(earlier => earlier.TaskId == c.TaskId && earlier.Sequence < c.Sequence))
            .Where(c => c.Kind != ChangeKind.Pin || !open.Any(earlier => earlier.Kind == ChangeKind.Pin && earlier.Targets == c.Targets && earlier.Sequence < c.Sequence))
            .Where(c => c.TaskId > 0 || c.Kind == ChangeKind.Create);
        var due = await heads.Where(c => c.NotBefore <= now).OrderBy(c => c.Sequence).Take(MostAtOnce).ToListAsync(ct);
        return (due, due.Count > 0 ? null : await heads.MinAsync(c => (DateTimeOffset?)c.NotBefore, ct));
    }

    /// <summary>False when HubSpot is in no state to take changes now.</summary>
    private async Task<bool> SendAsync(WorkspaceId workspace, List<Change> due, CancellationToken ct)
    {
        List<Change> Of(params ChangeKind[] kinds) => due.FindAll(c => kinds.Contains(c.Kind));
        return await creations.RunAsync(workspace, Of(ChangeKind.Create), ct)
            && await updates.RunAsync(workspace, Of(ChangeKind.Update), ct)
            && await links.RunAsync(workspace, Of(ChangeKind.Link, ChangeKind.Unlink, ChangeKind.Label, ChangeKind.Pin), ct)
            && await deletions.RunAsync(workspace, Of(ChangeKind.Delete), ct);
    }
}
