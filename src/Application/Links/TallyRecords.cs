using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links;

/// <summary>What the index adds to records somebody looks for: how many open tasks they have, and whether one is pinned.</summary>
public sealed class TallyRecords(IDashboardDbs dbs)
{
    public async Task<IReadOnlyList<RecordTally>> RunAsync(Actor actor, IReadOnlyList<FoundRecord> found, CancellationToken ct)
    {
        var (types, ids) = (found.Select(r => r.ObjectType).Distinct().ToList(), found.Select(r => r.Id).Distinct().ToList());
        await using var db = dbs.Open(actor.Workspace);
        var pinned = await db.Records.AsNoTracking()
            .Where(r => types.Contains(r.ObjectType) && ids.Contains(r.Id) && r.PinnedTaskId != null)
            .Select(r => new { r.ObjectType, r.Id })
            .ToListAsync(ct);
        var pins = pinned.Select(p => (p.ObjectType, p.Id)).ToHashSet();
        var open = await OpenAsync(db, types, ids, besides: null, ct);
        return [.. found.Select(r => new RecordTally(r, open.GetValueOrDefault((r.ObjectType, r.Id)), pins.Contains((r.ObjectType, r.Id))))];
    }

    /// <summary>How many open tasks each record has besides one that is being looked at; a record without any is left out.</summary>
    public async Task<IReadOnlyDictionary<(string ObjectType, long Id), int>> BesidesAsync(
        Actor actor, IReadOnlyList<(string ObjectType, long Id)> records, long task, CancellationToken ct)
    {
        var (types, ids) = (records.Select(r => r.ObjectType).Distinct().ToList(), records.Select(r => r.Id).Distinct().ToList());
        await using var db = dbs.Open(actor.Workspace);
        return await OpenAsync(db, types, ids, task, ct);
    }

    /// <summary>Records by their ids, in that order, as far as the index knows them by name.</summary>
    public async Task<IReadOnlyList<RecordTally>> OfAsync(Actor actor, IReadOnlyList<(string ObjectType, long Id)> records, CancellationToken ct)
    {
        var ids = records.Select(r => r.Id).Distinct().ToList();
        List<FoundRecord> known;
        await using (var db = dbs.Open(actor.Workspace))
        {
            known = await db.Records.AsNoTracking()
                .Where(r => ids.Contains(r.Id) && r.Name != "")
                .Select(r => new FoundRecord(r.ObjectType, r.Id, r.Name, r.Detail))
                .ToListAsync(ct);
        }

        var byId = known.ToDictionary(r => (r.ObjectType, r.Id));
        return await RunAsync(actor, [.. records.Where(byId.ContainsKey).Select(r => byId[r])], ct);
    }

    /// <summary>Types and ids apart, for the index to be sought by both; pairs nobody asked for do no harm.</summary>
    private static async Task<Dictionary<(string ObjectType, long Id), int>> OpenAsync(IDashboardDb db, List<string> types, List<long> ids, long? besides, CancellationToken ct)
    {
        var open = await (
            from link in db.TaskLinks.AsNoTracking()
            where types.Contains(link.ObjectType) && ids.Contains(link.RecordId)
            join task in db.Tasks.AsNoTracking() on link.TaskId equals task.Id
            where !task.IsClosed && task.Id != besides
            group link by new { link.ObjectType, link.RecordId } into tasks
            select new { tasks.Key.ObjectType, tasks.Key.RecordId, Count = tasks.Count() }).ToListAsync(ct);
        return open.ToDictionary(o => (o.ObjectType, o.RecordId), o => o.Count);
    }
}

/// <param name="OpenTasks">In the index; for a record nobody has opened here yet there may be more in HubSpot.</param>
public sealed record RecordTally(FoundRecord Record, int OpenTasks, bool IsPinned);
