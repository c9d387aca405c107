using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Changes.Sending;

/// <summary>Sends new values of tasks, a hundred tasks in one call. The same values twice do no harm.</summary>
public sealed class SendUpdates(TokenSource tokens, IHubSpotTasks tasks, OneByOne apart, SettleChange settle, BeforeSending before)
{
    /// <summary>HubSpot's limit of a batch.</summary>
    internal const int BatchSize = 100;

    /// <summary>Tries after which a change is sent by itself.</summary>
    private const int Alone = 12;

    /// <summary>False when HubSpot is in no state to take changes now.</summary>
    public async Task<bool> RunAsync(WorkspaceId workspace, IReadOnlyList<Change> due, CancellationToken ct)
    {
        foreach (var chunk in Chunks(due))
        {
            var clear = await before.RunAsync(workspace, chunk, ct);
            if (clear.Length > 0 && !await ChunkAsync(workspace, clear, ct))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What got no answer several times goes alone: it may be what keeps the others from theirs.</summary>
    private static IEnumerable<Change[]> Chunks(IReadOnlyList<Change> due) =>
        due.Where(c => c.Attempts < Alone).Chunk(BatchSize).Concat(due.Where(c => c.Attempts >= Alone).Chunk(1));

    private async Task<bool> ChunkAsync(WorkspaceId workspace, Change[] chunk, CancellationToken ct)
    {
        var rest = chunk.Length == 1 ? chunk : await TogetherAsync(workspace, chunk, ct);
        return rest is not null && await ApartAsync(workspace, rest, ct);
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

    private Task<bool> ApartAsync(WorkspaceId workspace, Change[] changes, CancellationToken ct) => apart.RunAsync(
        workspace,
        changes,
        change => tokens.CallAsync(workspace, CallPriority.Person, access => tasks.UpdateAsync(access, Update(change), ct), ct),
        (change, answer) => settle.DoneAsync(workspace, [(change, answer)], ct),
        (change, refusal) => settle.RefuseAsync(workspace, change, refusal, ct),
        ct);

    private static TaskUpdate Update(Change change) => new(change.TaskId, FieldChange.Read(change.Fields).ToDictionary(f => f.Key, f => f.Value.After));
}
