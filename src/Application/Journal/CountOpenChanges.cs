using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Journal;

/// <summary>How many changes need somebody and how many are on their way: one query that the index of states answers alone.</summary>
public sealed class CountOpenChanges(IDashboardDbs dbs)
{
    public async Task<Result<OpenChanges>> RunAsync(Actor actor, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var counts = await db.Changes.AsNoTracking()
            .Where(StandingOf.IsOpen)
            .GroupBy(c => c.State)
            .Select(g => new { State = g.Key, Count = g.Count() })
            .ToListAsync(ct);
        return new OpenChanges(
            counts.Where(c => c.State is ChangeState.Refused or ChangeState.Conflict or ChangeState.Undecided or ChangeState.Wanting).Sum(c => c.Count),
            counts.Where(c => c.State is ChangeState.Waiting or ChangeState.Checking).Sum(c => c.Count));
    }
}

/// <param name="NeedSomebody">Refused, in conflict, or to be decided.</param>
/// <param name="OnTheirWay">Saving, waiting, checking.</param>
public sealed record OpenChanges(int NeedSomebody, int OnTheirWay);
