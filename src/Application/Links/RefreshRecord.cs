using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Links;

/// <summary>Reads a record anew: name, owner, pin, the tasks associated with it, and the records associated with it.</summary>
public sealed class RefreshRecord(IDashboardDbs dbs, TokenSource tokens, IHubSpotRecords records, IHubSpotTasks tasks, RecordKinds kinds, NameRecords name)
{
    private const int MostRelated = 25;

    /// <returns>Records associated with it.</returns>
    public async Task<Result<IReadOnlyList<RelatedRecord>>> RunAsync(Actor actor, string objectType, long recordId, CancellationToken ct)
    {
        var granted = await tokens.CallAsync(actor.Workspace, CallPriority.Person, access => kinds.OfAsync(access, ct), ct);
        if (!granted.Ok)
        {
            return granted.Failure;
        }

        if (granted.Value.FirstOrDefault(k => k.ObjectType == objectType) is not { } kind)
        {
            return new Failure.NotFound("This record");
        }

        var read = await name.ReadAsync(actor.Workspace, kind, [recordId], CallPriority.Person, ct);
        if (!read.Ok || read.Value.Count == 0)
        {
            return read.Ok ? new Failure.NotFound("This record") : read.Failure;
        }

        var own = await TakeTasksAsync(actor, kind, recordId, granted.Value, ct);
        return own.Ok ? await RelatedAsync(actor, kind, recordId, granted.Value, ct) : own.Failure;
    }

    private async Task<Result<Done>> TakeTasksAsync(Actor actor, RecordKind kind, long recordId, IReadOnlyList<RecordKind> linked, CancellationToken ct)
    {
        var ids = await tokens.CallAsync(actor.Workspace, CallPriority.Person, access => records.TasksOfAsync(access, kind, recordId, ct), ct);
        if (!ids.Ok)
        {
            return ids.Failure;
        }

        foreach (var chunk in ids.Value.Chunk(100))
        {
            var some = await tokens.CallAsync(actor.Workspace, CallPriority.Person, access => tasks.ReadManyAsync(access, chunk, ct), ct);
            if (!some.Ok)
            {
                return some.Failure;
            }

            await dbs.StoreAsync(
                actor.Workspace,
                async db =>
                {
                    await TaskIntake.TakeAsync(db, some.Value, await TaskStatuses.LoadAsync(db, ct), ct);
                    await TaskIntake.LinkAsync(db, kind.ObjectType, recordId, [.. some.Value.Select(t => t.Id)], ct);
                    return 0;
                },
                ct);
        }

        return Done.Value;
    }

    private async Task<Result<IReadOnlyList<RelatedRecord>>> RelatedAsync(Actor actor, RecordKind kind, long recordId, IReadOnlyList<RecordKind> linked, CancellationToken ct)
    {
        var related = new List<RelatedRecord>();
        foreach (var other in linked.Where(k => k.ObjectType != kind.ObjectType))
        {
            var ids = await tokens.CallAsync(actor.Workspace, CallPriority.Person, access => records.RelatedAsync(access, kind, recordId, other, ct), ct);
            if (!ids.Ok || ids.Value.Count == 0)
            {
                // Types that cannot be associated with each other are refused; that says nothing about the others.
                continue;
            }

            var named = await name.ReadAsync(actor.Workspace, other, [.. ids.Value.Take(MostRelated)], CallPriority.Person, ct);
            related.AddRange((named.Ok ? named.Value : []).Select(r => new RelatedRecord(r.ObjectType, r.Id, r.Name)));
        }

        return related;
    }
}
