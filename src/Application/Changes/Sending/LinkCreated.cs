using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;

namespace Dashboard.Application.Changes.Sending;

/// <summary>
/// Associates tasks that were made under their id, which takes no associations, with the records they were to begin with: the plain ones of
/// many tasks in one call for each type of record, labelled ones by themselves. Twice does no harm.
/// </summary>
public sealed class LinkCreated(TokenSource tokens, IHubSpotRecords records, RecordKinds kinds)
{
    /// <summary>HubSpot's limit of a batch is 1,000.</summary>
    private const int BatchSize = 1_000;

    /// <returns>What HubSpot refused, by id of the creation; a failure when HubSpot is in no state to be asked.</returns>
    public async Task<Result<IReadOnlyList<(Guid Change, RefusedLink Link)>>> RunAsync(WorkspaceId workspace, IReadOnlyList<(Change Change, RemoteTask Task)> made, CancellationToken ct)
    {
        var wishes = made.SelectMany(m => LinkTarget.Read(m.Change.Targets).DistinctBy(t => (t.ObjectType, t.RecordId)).Select(t => new Wish(m.Change.Id, m.Task.Id, t))).ToList();
        var refused = new List<(Guid Change, RefusedLink Link)>();
        return wishes.Count > 0 && await LinkAsync(workspace, wishes, refused, ct) is { } failure ? failure : refused;
    }

    private async Task<Failure?> LinkAsync(WorkspaceId workspace, List<Wish> wishes, List<(Guid Change, RefusedLink Link)> refused, CancellationToken ct)
    {
        var granted = await tokens.CallAsync(workspace, CallPriority.Person, access => kinds.OfAsync(access, ct), ct);
        if (!granted.Ok)
        {
            return granted.Failure;
        }

        foreach (var same in wishes.GroupBy(w => w.Target.ObjectType))
        {
            if (granted.Value.FirstOrDefault(k => k.ObjectType == same.Key) is not { } kind)
            {
                var closed = new Failure.Refused($"records of type {same.Key} are not open to this app");
                refused.AddRange(same.Select(w => (w.Change, new RefusedLink(w.Target, closed))));
            }
            else if (await LinkKindAsync(workspace, kind, [.. same], refused, ct) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    private async Task<Failure?> LinkKindAsync(WorkspaceId workspace, RecordKind kind, List<Wish> wishes, List<(Guid Change, RefusedLink Link)> refused, CancellationToken ct)
    {
        var apart = wishes.FindAll(w => w.Target.Label is not null);
        foreach (var chunk in wishes.Where(w => w.Target.Label is null).Chunk(BatchSize))
        {
            var pairs = chunk.Select(w => (w.TaskId, w.Target.RecordId)).ToList();
            var answer = await tokens.CallAsync(workspace, CallPriority.Person, access => records.LinkManyAsync(access, kind, pairs, ct), ct);
            if (answer.Failure is { } failure && !Patience.IsRefusal(failure))
            {
                return failure;
            }

            // Those it did not take are asked for one by one, to learn why.
            apart.AddRange(answer.Ok ? chunk.Where(w => answer.Value.Contains((w.TaskId, w.Target.RecordId))) : chunk);
        }

        foreach (var wish in apart)
        {
            var target = new RemoteTarget(kind, wish.Target.RecordId, wish.Target.Label?.Category, wish.Target.Label?.TypeId);
            var answer = await tokens.CallAsync(workspace, CallPriority.Person, access => records.LinkAsync(access, wish.TaskId, target, ct), ct);
            if (answer.Failure is { } failure)
            {
                if (!Patience.IsRefusal(failure))
                {
                    return failure;
                }

                refused.Add((wish.Change, new RefusedLink(wish.Target, failure)));
            }
        }

        return null;
    }

    private sealed record Wish(Guid Change, long TaskId, LinkTarget Target);
}
