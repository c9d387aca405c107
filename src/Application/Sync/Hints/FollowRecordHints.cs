using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Hints;

/// <summary>Reads the names of records anew that webhooks told of, as far as a card shows them. All others are nothing to us.</summary>
public sealed class FollowRecordHints(IDashboardDbs dbs, TokenSource tokens, RecordKinds kinds, NameRecords names, IWorkspaceFeed feed)
{
    private const int BatchSize = 100;

    public async Task<Result<Done>> RunAsync(WorkspaceId workspace, IReadOnlyList<WebhookHint> hints, CancellationToken ct)
    {
        if (hints.Count == 0)
        {
            return Done.Value;
        }

        var granted = await tokens.CallAsync(workspace, CallPriority.Syncing, access => kinds.OfAsync(access, ct), ct);
        if (!granted.Ok)
        {
            return granted.Failure;
        }

        foreach (var kind in granted.Value)
        {
            var read = await ReadAsync(workspace, kind, [.. hints.Where(h => h.ObjectType == kind.ObjectType).Select(h => h.ObjectId).Distinct()], ct);
            if (!read.Ok)
            {
                return read;
            }
        }

        var done = hints.Select(h => h.Sequence).ToList();
        await using var db = dbs.Open(workspace);
        await db.WebhookHints.Where(h => done.Contains(h.Sequence)).ExecuteDeleteAsync(ct);
        return Done.Value;
    }

    private async Task<Result<Done>> ReadAsync(WorkspaceId workspace, RecordKind kind, List<long> ids, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var known = await db.Records.Where(r => r.ObjectType == kind.ObjectType && ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct);
        foreach (var some in known.Chunk(BatchSize))
        {
            var named = await names.ReadAsync(workspace, kind, some, CallPriority.Syncing, ct);
            if (named.Failure is Failure.Unavailable or Failure.NotConnected)
            {
                return named.Failure;
            }
        }

        var shown = await db.TaskLinks.Where(l => l.ObjectType == kind.ObjectType && known.Contains(l.RecordId)).Select(l => l.TaskId).Distinct().Take(1_000).ToListAsync(ct);
        if (shown.Count > 0)
        {
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, shown, By: null));
        }

        return Done.Value;
    }
}
