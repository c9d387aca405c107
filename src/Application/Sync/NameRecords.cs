using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync;

/// <summary>Reads the names of records that tasks are associated with, as far as the index does not have them.</summary>
public sealed class NameRecords(IDashboardDbs dbs, TokenSource tokens, IHubSpotRecords records, RecordKinds kinds, RecordStages stages, TimeProvider clock)
{
    private const int BatchSize = 100;

    private const int AtOnce = 4;

    /// <param name="taskIds">Only records of these tasks; null for all.</param>
    /// <param name="readSince">Names read before this are read again; null keeps every name.</param>
    public async Task<Result<Done>> RunAsync(
        WorkspaceId workspace, IReadOnlyList<long>? taskIds, DateTimeOffset? readSince, CallPriority priority, CancellationToken ct)
    {
        var granted = await tokens.CallAsync(workspace, priority, access => kinds.OfAsync(access, ct), ct);
        if (!granted.Ok)
        {
            return granted.Failure;
        }

        foreach (var kind in granted.Value)
        {
            var missing = await MissingAsync(workspace, kind, taskIds, readSince, ct);
            foreach (var round in missing.Chunk(BatchSize).Chunk(AtOnce))
            {
                var answers = await Task.WhenAll(round.Select(ids => tokens.CallAsync(workspace, priority, access => records.NamesAsync(access, kind, ids, ct), ct)));
                if (answers.Select(a => a.Failure).FirstOrDefault(f => f is Failure.Unavailable or Failure.NotConnected) is { } failure)
                {
                    return failure;
                }

                // A kind HubSpot refuses to show keeps its records nameless; it must not stop the sync.
                await StoreAsync(workspace, kind, priority, [.. round.SelectMany(ids => ids)], [.. answers.Where(a => a.Ok).SelectMany(a => a.Value)], ct);
            }
        }

        return Done.Value;
    }

    /// <summary>Reads some records anew, known ones too. Those HubSpot does not have are left out of the answer.</summary>
    public async Task<Result<IReadOnlyList<CrmRecord>>> ReadAsync(WorkspaceId workspace, RecordKind kind, IReadOnlyList<long> ids, CallPriority priority, CancellationToken ct)
    {
        var answer = await tokens.CallAsync(workspace, priority, access => records.NamesAsync(access, kind, ids, ct), ct);
        if (!answer.Ok)
        {
            return answer.Failure;
        }

        await StoreAsync(workspace, kind, priority, [.. ids], [.. answer.Value], ct);
        var found = answer.Value.Select(r => r.Id).ToList();
        await using var db = dbs.Open(workspace);
        return await db.Records.AsNoTracking().Where(r => r.ObjectType == kind.ObjectType && found.Contains(r.Id)).ToListAsync(ct);
    }

    private async Task<List<long>> MissingAsync(WorkspaceId workspace, RecordKind kind, IReadOnlyList<long>? taskIds, DateTimeOffset? readSince, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var links = db.TaskLinks.Where(l => l.ObjectType == kind.ObjectType);
        var fresh = db.Records.Where(r => r.ObjectType == kind.ObjectType);
        if (taskIds is not null)
        {
            links = links.Where(l => taskIds.Contains(l.TaskId));
        }

        if (readSince is { } since)
        {
            fresh = fresh.Where(r => r.ReadAt >= since);
        }

        return await links.Select(l => l.RecordId).Distinct().Where(id => !fresh.Any(r => r.Id == id)).OrderBy(id => id).ToListAsync(ct);
    }

    /// <summary>What HubSpot no longer has is stored without a name, so that it is not asked for again each time.</summary>
    private async Task<int> StoreAsync(
        WorkspaceId workspace, RecordKind kind, CallPriority priority, List<long> asked, List<RemoteRecord> answered, CancellationToken ct)
    {
        var staged = kind.HasStages && answered.Count > 0 ? await stages.OfAsync(workspace, kind, priority, ct) : null;
        var byId = answered.DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        return await dbs.StoreAsync(
            workspace,
            async db =>
            {
                if (!await db.SyncStates.AnyAsync(ct))
                {
                    // Disconnected while HubSpot was asked: these names are of no portal of this workspace any more.
                    return 0;
                }

                var pinning = await PinningAsync(db, kind, ct);
                var known = await db.Records.Where(r => r.ObjectType == kind.ObjectType && asked.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
                var added = new List<CrmRecord>();
                foreach (var id in asked)
                {
                    if (!known.TryGetValue(id, out var row))
                    {
                        added.Add(row = new CrmRecord { WorkspaceId = workspace, ObjectType = kind.ObjectType, Id = id });
                    }

                    row.ReadAt = clock.GetUtcNow();
                    if (byId.TryGetValue(id, out var remote))
                    {
                        Take(row, remote, staged, keepsPin: pinning.Contains(id));
                    }
                }

                await db.InsertAsync(added, ct);
                return asked.Count;
            },
            ct);
    }

    /// <summary>Records whose pin a change of ours is about to set: HubSpot's answer is older than that.</summary>
    private static async Task<HashSet<long>> PinningAsync(IDashboardDb db, RecordKind kind, CancellationToken ct)
    {
        var open = await db.Changes.AsNoTracking()
            .Where(c => (c.State == ChangeState.Waiting || c.State == ChangeState.Checking) && c.Kind == ChangeKind.Pin)
            .Select(c => c.Targets)
            .ToListAsync(ct);
        return [.. open.SelectMany(LinkTarget.Read).Where(t => t.ObjectType == kind.ObjectType).Select(t => t.RecordId)];
    }

    private static string? Place(string? text) => text is { Length: <= TaskProperty.LongestPlace } ? text : null;

    /// <param name="stages">By id; null for kinds without.</param>
    private static void Take(CrmRecord row, RemoteRecord remote, IReadOnlyDictionary<string, RemoteStage>? stages, bool keepsPin)
    {
        var stage = remote.Detail is { } detail ? stages?.GetValueOrDefault(detail) : null;
        (row.Name, row.OwnerId, row.PinnedTaskId) = (remote.Name, remote.OwnerId, keepsPin ? row.PinnedTaskId : remote.PinnedId);
        (row.TimeZone, row.Country) = (Place(remote.TimeZone), Place(remote.Country));
        (row.Detail, row.IsClosed) = (stage?.Label ?? remote.Detail, stage?.IsClosed);
    }
}
