using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Changes.Sending;

/// <summary>
/// Makes tasks in HubSpot, each once. Where the portal's tasks can hold our operation id, HubSpot recognises a repeated creation itself. One
/// whose outcome nobody knows and that was sent another way before is looked for as in a portal without.
/// </summary>
public sealed class SendCreations(LookForOperationIds ids, CreateUnderId underId, CreateApart apart)
{
    /// <summary>False when HubSpot is in no state to take changes now.</summary>
    public async Task<bool> RunAsync(WorkspaceId workspace, IReadOnlyList<Change> due, CancellationToken ct)
    {
        if (due.Count == 0 || await ids.KnownAsync(workspace, ct) is not { } since)
        {
            return await apart.RunAsync(workspace, due, ct);
        }

        var otherwise = due.Where(c => c.State == ChangeState.Checking && c.SentUnder != since).ToList();
        var rest = await underId.RunAsync(workspace, [.. due.Except(otherwise)], since, ct);
        return rest is not null && await apart.RunAsync(workspace, [.. otherwise.Concat(rest).OrderBy(c => c.Sequence)], ct);
    }
}
