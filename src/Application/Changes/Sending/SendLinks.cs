using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Changes.Sending;

/// <summary>Sends associations, their labels and pins, set or taken away. Twice does no harm.</summary>
public sealed class SendLinks(TokenSource tokens, IHubSpotRecords records, RecordKinds kinds, OneByOne apart, SettleLink settle)
{
    /// <summary>False when HubSpot is in no state to take changes now.</summary>
    public Task<bool> RunAsync(WorkspaceId workspace, IReadOnlyList<Change> due, CancellationToken ct) => apart.RunAsync(
        workspace,
        due,
        change => tokens.CallAsync(workspace, CallPriority.Person, access => SendAsync(access, change, ct), ct),
        (change, _) => settle.DoneAsync(workspace, change, ct),
        (change, refusal) => settle.RefuseAsync(workspace, change, refusal, ct),
        ct);

    private async Task<Result<Done>> SendAsync(PortalAccess access, Change change, CancellationToken ct)
    {
        var granted = await kinds.OfAsync(access, ct);
        if (!granted.Ok)
        {
            return granted.Failure;
        }

        var target = LinkTarget.Read(change.Targets)[0];
        if (granted.Value.FirstOrDefault(k => k.ObjectType == target.ObjectType) is not { } kind)
        {
            return new Failure.Refused($"records of type {target.ObjectType} are not open to this app");
        }

        return change.Kind switch
        {
            ChangeKind.Link => await records.LinkAsync(access, change.TaskId, new RemoteTarget(kind, target.RecordId, target.Label?.Category, target.Label?.TypeId), ct),
            ChangeKind.Unlink => await records.UnlinkAsync(access, kind, change.TaskId, target.RecordId, ct),
            ChangeKind.Label when LabelSwap.Of(change) is { } labels => await records.LabelAsync(access, kind, change.TaskId, target.RecordId, labels.Added, labels.Removed, ct),
            _ => await PinAsync(access, change, kind, target, ct),
        };
    }

    private async Task<Result<Done>> PinAsync(PortalAccess access, Change change, RecordKind kind, LinkTarget target, CancellationToken ct)
    {
        var wanted = SettleLink.PinAfter(change);
        var answer = await records.PinAsync(access, kind, target.RecordId, wanted, ct);
        return !answer.Ok ? answer.Failure
            : answer.Value.PinnedId is { } pinned && pinned != wanted
                ? new Failure.Refused($"it answered without an error, but kept its own value of {TaskProperty.Pinned}")
            : Done.Value;
    }
}
