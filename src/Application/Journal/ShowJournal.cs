using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Journal;

/// <summary>What was changed here and where it stands: first what needs somebody, then what is on its way, then what HubSpot has, each newest first.</summary>
public sealed class ShowJournal(IDashboardDbs dbs, TimeProvider clock)
{
    internal const int PageSize = 50;

    public async Task<Result<JournalPage>> RunAsync(Actor actor, JournalQuery query, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var now = clock.GetUtcNow();
        var scope = Scope(db.Changes.AsNoTracking(), actor, query);
        var found = await ReadAsync(scope, query, now, ct);
        var shown = found.Count > PageSize ? found[..PageSize] : found;
        var next = found.Count > PageSize ? new JournalPlace(GroupOf(shown[^1], now), shown[^1].Sequence) : null;
        return new JournalPage(
            await JournalRows.OfAsync(db, actor, shown, now, ct),
            await CountAsync(scope, now, ct),
            next,
            now,
            await db.Connections.AsNoTracking().Select(c => (ConnectionState?)c.State).FirstOrDefaultAsync(ct));
    }

    private static IQueryable<Change> Scope(IQueryable<Change> changes, Actor actor, JournalQuery query)
    {
        var scope = query.Mine ? changes.Where(c => c.PersonId == actor.PersonId) : changes;
        return query.Run is { } run ? scope.Where(c => c.BatchId == run) : scope;
    }

    /// <summary>One more than a page holds, where there are more.</summary>
    private static async Task<List<Change>> ReadAsync(IQueryable<Change> scope, JournalQuery query, DateTimeOffset now, CancellationToken ct)
    {
        var found = new List<Change>();
        for (var group = query.After?.Group ?? 0; group < StandingOf.Groups.Count && found.Count <= PageSize; group++)
        {
            if (query.Standing is { } standing && !StandingOf.Groups[group].Contains(standing))
            {
                continue;
            }

            var rows = scope.Where(query.Standing is { } only ? StandingOf.In(only, now) : StandingOf.InGroup(group));
            var before = query.After is { } place && place.Group == group ? place.Sequence : long.MaxValue;
            found.AddRange(await rows.Where(c => c.Sequence < before).OrderByDescending(c => c.Sequence).Take(PageSize + 1 - found.Count).ToListAsync(ct));
        }

        return found;
    }

    /// <summary>Of what is open; what is done is not counted, it only grows.</summary>
    private static async Task<Dictionary<Standing, int>> CountAsync(IQueryable<Change> scope, DateTimeOffset now, CancellationToken ct)
    {
        var counts = await scope
            .Where(StandingOf.IsOpen)
            .GroupBy(c => new { c.State, IsHeld = c.Attempts > 0 || c.NotBefore > now })
            .Select(g => new { g.Key.State, g.Key.IsHeld, Count = g.Count() })
            .ToListAsync(ct);
        return counts
            .GroupBy(c => c.State switch
            {
                ChangeState.Refused => Standing.Refused,
                ChangeState.Conflict => Standing.Conflict,
                ChangeState.Undecided => Standing.Undecided,
                ChangeState.Wanting => Standing.Wanting,
                ChangeState.Checking => Standing.Checking,
                _ => c.IsHeld ? Standing.Waiting : Standing.Saving,
            })
            .ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
    }

    private static int GroupOf(Change change, DateTimeOffset now)
    {
        var standing = StandingOf.Of(change, now);
        return StandingOf.Groups.Select((group, at) => group.Contains(standing) ? at : -1).Max();
    }
}

/// <param name="Counts">Open changes by where they stand, of everybody or of the one who asks.</param>
/// <param name="Next">Where the next page goes on; null on the last one.</param>
/// <param name="Connection">Null when the workspace is not connected.</param>
public sealed record JournalPage(
    IReadOnlyList<JournalEntry> Entries, IReadOnlyDictionary<Standing, int> Counts, JournalPlace? Next, DateTimeOffset Now, ConnectionState? Connection);
