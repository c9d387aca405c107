using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links;

/// <summary>The labels a portal has for associations of tasks with records of one type, and those between one task and its records.</summary>
public sealed class ShowLabels(IDashboardDbs dbs, TokenSource tokens, IHubSpotRecords records, RecordKinds kinds)
{
    public async Task<Result<IReadOnlyList<RemoteLabel>>> RunAsync(Actor actor, string objectType, CancellationToken ct) =>
        await tokens.CallAsync(
            actor.Workspace,
            CallPriority.Person,
            async access => await KindAsync(access, objectType, ct) is { Ok: true } kind ? await records.LabelsAsync(access, kind.Value, ct) : Array.Empty<RemoteLabel>(),
            ct);

    /// <summary>Labels of a task's associations with records of one type, by record, with what was changed here and HubSpot has not answered yet.</summary>
    public async Task<Result<IReadOnlyList<(long RecordId, RemoteLabel Label)>>> OfTaskAsync(Actor actor, long taskId, string objectType, CancellationToken ct)
    {
        var told = await ToldAsync(actor, taskId, objectType, ct);
        if (!told.Ok)
        {
            return told.Failure;
        }

        var labels = told.Value.Where(l => !string.IsNullOrEmpty(l.Label.Name)).ToList();
        foreach (var change in await OpenAsync(actor, taskId, ct))
        {
            var target = LinkTarget.Read(change.Targets)[0];
            if (target.ObjectType == objectType && LabelSwap.Of(change) is { } swap)
            {
                var here = labels.FindAll(l => l.RecordId == target.RecordId).ConvertAll(l => l.Label);
                labels = [.. labels.Where(l => l.RecordId != target.RecordId), .. swap.Over(here).Select(label => (target.RecordId, label))];
            }
        }

        return labels;
    }

    private async Task<List<Change>> OpenAsync(Actor actor, long taskId, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        return await db.Changes.AsNoTracking()
            .Where(c => c.TaskId == taskId && c.Kind == ChangeKind.Label && (c.State == ChangeState.Waiting || c.State == ChangeState.Checking))
            .OrderBy(c => c.Sequence)
            .ToListAsync(ct);
    }

    private async Task<Result<IReadOnlyList<(long RecordId, RemoteLabel Label)>>> ToldAsync(Actor actor, long taskId, string objectType, CancellationToken ct) =>
        await tokens.CallAsync(
            actor.Workspace,
            CallPriority.Person,
            async access => await KindAsync(access, objectType, ct) is { Ok: true } kind
                ? await records.LabelledAsync(access, kind.Value, taskId, ct)
                : Array.Empty<(long RecordId, RemoteLabel Label)>(),
            ct);

    private async Task<Result<RecordKind>> KindAsync(PortalAccess access, string objectType, CancellationToken ct)
    {
        var granted = await kinds.OfAsync(access, ct);
        return !granted.Ok ? granted.Failure
            : granted.Value.FirstOrDefault(k => k.ObjectType == objectType) is { } kind ? kind
            : new Failure.NotFound("This type of record");
    }
}
