using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Links;

/// <summary>The labels a portal has for associations of tasks with records of one type, and those between one task and its records.</summary>
public sealed class ShowLabels(TokenSource tokens, IHubSpotRecords records, RecordKinds kinds)
{
    public async Task<Result<IReadOnlyList<RemoteLabel>>> RunAsync(Actor actor, string objectType, CancellationToken ct) =>
        await tokens.CallAsync(
            actor.Workspace,
            CallPriority.Person,
            async access => await KindAsync(access, objectType, ct) is { Ok: true } kind ? await records.LabelsAsync(access, kind.Value, ct) : Array.Empty<RemoteLabel>(),
            ct);

    /// <summary>Labels of a task's associations with records of one type, by record.</summary>
    public async Task<Result<IReadOnlyList<(long RecordId, RemoteLabel Label)>>> OfTaskAsync(Actor actor, long taskId, string objectType, CancellationToken ct) =>
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
