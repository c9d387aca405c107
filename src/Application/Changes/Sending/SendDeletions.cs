using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Changes.Sending;

/// <summary>Sends tasks to HubSpot's recycling bin, a hundred in one call, once nobody can take it back any more. Twice does no harm.</summary>
public sealed class SendDeletions(TokenSource tokens, IHubSpotTasks tasks, SettleDeletion settle, SettleChange waiting)
{
    /// <summary>False when HubSpot is in no state to take changes now.</summary>
    public async Task<bool> RunAsync(WorkspaceId workspace, IReadOnlyList<Change> due, CancellationToken ct)
    {
        foreach (var chunk in due.Chunk(SendUpdates.BatchSize))
        {
            // From here on undo comes too late; those it got before are not among these any more.
            var claimed = await settle.ClaimAsync(workspace, chunk, ct);
            if (claimed.Count > 0 && !await TogetherAsync(workspace, claimed, ct))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> TogetherAsync(WorkspaceId workspace, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var answer = await ArchiveAsync(workspace, changes, ct);
        if (answer.Failure is not Failure.Refused || changes.Count == 1)
        {
            return await TakeAsync(workspace, changes, answer, ct);
        }

        // One bad input fails the whole call: apart they tell why.
        foreach (var change in changes)
        {
            if (!await TakeAsync(workspace, [change], await ArchiveAsync(workspace, [change], ct), ct))
            {
                return false;
            }
        }

        return true;
    }

    private Task<Result<Done>> ArchiveAsync(WorkspaceId workspace, IReadOnlyList<Change> changes, CancellationToken ct) =>
        tokens.CallAsync(workspace, CallPriority.Person, access => tasks.ArchiveAsync(access, [.. changes.Select(c => c.TaskId)], ct), ct);

    private async Task<bool> TakeAsync(WorkspaceId workspace, IReadOnlyList<Change> changes, Result<Done> answer, CancellationToken ct)
    {
        if (answer.Ok || answer.Failure is Failure.Refused { StatusCode: 404 })
        {
            await settle.DoneAsync(workspace, changes, ct);
        }
        else if (Patience.IsRefusal(answer.Failure))
        {
            await settle.RefuseAsync(workspace, changes, answer.Failure, ct);
        }
        else
        {
            await waiting.WaitAsync(workspace, changes, answer.Failure, ct);
            return false;
        }

        return true;
    }
}
