using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Changes.Sending;

/// <summary>Sends new values of tasks, a hundred tasks in one call. The same values twice do no harm.</summary>
public sealed class SendUpdates(TokenSource tokens, IHubSpotTasks tasks, SettleChange settle)
{
    /// <summary>HubSpot's limit of a batch.</summary>
    internal const int BatchSize = 100;

    /// <summary>False when HubSpot is in no state to take changes now.</summary>
    public async Task<bool> RunAsync(WorkspaceId workspace, IReadOnlyList<Change> due, CancellationToken ct)
    {
        foreach (var chunk in due.Chunk(BatchSize))
        {
            var rest = chunk.Length == 1 ? chunk : await TogetherAsync(workspace, chunk, ct);
            if (rest is null || !await OneByOneAsync(workspace, rest, ct))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Sends many in one call; answers those HubSpot did not take, to be sent apart and learn why. One bad input may fail the whole call.
    /// Null when HubSpot is not to be reached: all of them wait.
    /// </summary>
    private async Task<Change[]?> TogetherAsync(WorkspaceId workspace, Change[] changes, CancellationToken ct)
    {
        var updates = changes.Select(Update).ToList();
        var answer = await tokens.CallAsync(workspace, CallPriority.Person, access => tasks.UpdateManyAsync(access, updates, ct), ct);
        if (!answer.Ok)
        {
            if (answer.Failure is Failure.Refused)
            {
                return changes;
            }

            await settle.WaitAsync(workspace, changes, answer.Failure, ct);
            return null;
        }

        var taken = answer.Value.DistinctBy(t => t.Id).ToDictionary(t => t.Id);
        await settle.DoneAsync(workspace, [.. changes.Where(c => taken.ContainsKey(c.TaskId)).Select(c => (c, taken[c.TaskId]))], ct);
        return [.. changes.Where(c => !taken.ContainsKey(c.TaskId))];
    }

    private async Task<bool> OneByOneAsync(WorkspaceId workspace, Change[] changes, CancellationToken ct)
    {
        var patience = new Patience();
        foreach (var change in changes)
        {
            var answer = await tokens.CallAsync(workspace, CallPriority.Person, access => tasks.UpdateAsync(access, Update(change), ct), ct);
            if (answer.Ok)
            {
                await settle.DoneAsync(workspace, [(change, answer.Value)], ct);
                patience.Answered();
            }
            else if (Patience.IsRefusal(answer.Failure))
            {
                await settle.RefuseAsync(workspace, change, answer.Failure, ct);
                patience.Answered();
            }
            else
            {
                await settle.WaitAsync(workspace, [change], answer.Failure, ct);
                if (patience.EndsWith(answer.Failure))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static TaskUpdate Update(Change change) => new(change.TaskId, FieldChange.Read(change.Fields).ToDictionary(f => f.Key, f => f.Value.After));
}
