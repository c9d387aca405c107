using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;

namespace Dashboard.Application.Changes.Sending;

/// <summary>
/// Makes tasks in a portal that cannot hold our operation id, each once and in a call of its own: nothing recognises a repeated request, so it
/// is noted before it is sent, and one whose outcome nobody knows is looked for before it goes out again.
/// </summary>
public sealed class CreateApart(TokenSource tokens, IHubSpotTasks tasks, RecordKinds kinds, FindCreated find, OneByOne apart, SettleCreation settle)
{
    /// <summary>False when HubSpot is in no state to take changes now.</summary>
    public Task<bool> RunAsync(WorkspaceId workspace, IReadOnlyList<Change> due, CancellationToken ct) => apart.RunAsync(
        workspace,
        due,
        change => OneAsync(workspace, change, ct),
        (change, made) => settle.DoneAsync(workspace, change, made, [], ct),
        (change, refusal) => settle.RefuseAsync(workspace, change, refusal, ct),
        ct);

    private async Task<Result<RemoteTask>> OneAsync(WorkspaceId workspace, Change change, CancellationToken ct)
    {
        if (change.State == ChangeState.Checking)
        {
            var found = await find.RunAsync(workspace, change, ct);
            if (!found.Ok)
            {
                return found.Failure;
            }

            if (found.Value is { } there)
            {
                return there;
            }
        }

        if (await settle.NoteSendingAsync(workspace, [change], under: null, ct) is [])
        {
            return new Failure.Unavailable("This new task was given up.");
        }

        var answer = await tokens.CallAsync(workspace, CallPriority.Person, access => CreateAsync(access, change, ct), ct);
        if (answer.Failure is Failure.Unavailable { HadNoEffect: true } or Failure.NotConnected)
        {
            await settle.NoteUnsentAsync(workspace, [change], ct);
        }

        return answer;
    }

    private async Task<Result<RemoteTask>> CreateAsync(PortalAccess access, Change change, CancellationToken ct)
    {
        var targets = LinkTarget.Read(change.Targets);
        var remote = new List<RemoteTarget>();
        if (targets.Count > 0)
        {
            var granted = await kinds.OfAsync(access, ct);
            if (!granted.Ok)
            {
                return granted.Failure is Failure.Unavailable unasked ? unasked with { HadNoEffect = true } : granted.Failure;
            }

            foreach (var target in targets)
            {
                if (granted.Value.FirstOrDefault(k => k.ObjectType == target.ObjectType) is not { } kind)
                {
                    return new Failure.Refused($"records of type {target.ObjectType} are not open to this app");
                }

                remote.Add(new RemoteTarget(kind, target.RecordId, target.Label?.Category, target.Label?.TypeId));
            }
        }

        return await tasks.CreateAsync(access, new RemoteDraft(FieldChange.Read(change.Fields).ToDictionary(f => f.Key, f => f.Value.After), remote), ct);
    }
}
