using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Reading;

/// <summary>Reads the names of records that tasks are about to be linked with, as far as the index does not have them: a card never shows a bare number.</summary>
public sealed class NameLinked(IDashboardDbs dbs, TokenSource tokens, RecordKinds kinds, NameRecords names)
{
    private const int BatchSize = 100;

    public async Task<Result<Done>> RunAsync(WorkspaceId workspace, IEnumerable<RemoteLink> links, CancellationToken ct)
    {
        var wanted = links.Distinct().ToLookup(l => l.ObjectType, l => l.RecordId);
        if (wanted.Count == 0)
        {
            return Done.Value;
        }

        var granted = await tokens.CallAsync(workspace, CallPriority.Syncing, access => kinds.OfAsync(access, ct), ct);
        if (!granted.Ok)
        {
            return granted.Failure;
        }

        foreach (var kind in granted.Value.Where(k => wanted.Contains(k.ObjectType)))
        {
            foreach (var ids in (await UnnamedAsync(workspace, kind, [.. wanted[kind.ObjectType]], ct)).Chunk(BatchSize))
            {
                var named = await names.ReadAsync(workspace, kind, ids, CallPriority.Syncing, ct);
                if (named.Failure is Failure.Unavailable or Failure.NotConnected)
                {
                    // A kind that HubSpot refuses to show keeps its records nameless.
                    return named.Failure;
                }
            }
        }

        return Done.Value;
    }

    private async Task<List<long>> UnnamedAsync(WorkspaceId workspace, RecordKind kind, List<long> ids, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var known = await db.Records.Where(r => r.ObjectType == kind.ObjectType && ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct);
        return [.. ids.Except(known)];
    }
}
