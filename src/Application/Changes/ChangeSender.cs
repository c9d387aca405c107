using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes;

/// <summary>
/// Sends the waiting changes of a workspace to HubSpot: those of one task in order of acceptance, many tasks in one call.
/// The rows are the truth, so it may be killed anywhere: sending the same values again does no harm.
/// </summary>
public sealed class ChangeSender(IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks, SettleChange settle, TimeProvider clock)
{
    /// <summary>HubSpot's limit of a batch.</summary>
    private const int BatchSize = 100;

    /// <summary>After so many changes in a row that HubSpot could not take, the rest waits for the next turn.</summary>
    private const int Patience = 3;

    /// <summary>Sends what is due until nothing is. One caller at a time for each workspace.</summary>
    /// <returns>When to look again at the latest; null when nothing waits.</returns>
    public async Task<DateTimeOffset?> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        while (true)
        {
            var heads = await HeadsAsync(workspace, ct);
            var due = heads.Where(c => c.NotBefore <= clock.GetUtcNow()).ToList();
            if (due.Count == 0)
            {
                return heads.Count == 0 ? null : heads.Min(c => c.NotBefore);
            }

            if (!await SendAsync(workspace, due, ct))
            {
                return clock.GetUtcNow() + TimeSpan.FromSeconds(1);
            }
        }
    }

    /// <summary>The oldest waiting change of each task.</summary>
    private async Task<List<Change>> HeadsAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var waiting = db.Changes.AsNoTracking().Where(c => c.State == ChangeState.Waiting);
        return await waiting
            .Where(c => !waiting.Any(earlier => earlier.TaskId == c.TaskId && earlier.Sequence < c.Sequence))
            .OrderBy(c => c.Sequence)
            .Take(BatchSize * 5)
            .ToListAsync(ct);
    }

    /// <summary>False when HubSpot is in no state to take changes now.</summary>
    private async Task<bool> SendAsync(WorkspaceId workspace, List<Change> due, CancellationToken ct)
    {
        foreach (var chunk in due.Chunk(BatchSize))
        {
            var rest = chunk.Length == 1 ? chunk : await SendTogetherAsync(workspace, chunk, ct);
            if (rest is null || !await SendOneByOneAsync(workspace, rest, ct))
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
    private async Task<Change[]?> SendTogetherAsync(WorkspaceId workspace, Change[] changes, CancellationToken ct)
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

    private async Task<bool> SendOneByOneAsync(WorkspaceId workspace, Change[] changes, CancellationToken ct)
    {
        var inARow = 0;
        foreach (var change in changes)
        {
            var answer = await tokens.CallAsync(workspace, CallPriority.Person, access => tasks.UpdateAsync(access, Update(change), ct), ct);
            if (answer.Ok)
            {
                await settle.DoneAsync(workspace, [(change, answer.Value)], ct);
                inARow = 0;
            }
            else if (answer.Failure is Failure.Refused or Failure.MissingScope)
            {
                await settle.RefuseAsync(workspace, change, answer.Failure, ct);
                inARow = 0;
            }
            else
            {
                await settle.WaitAsync(workspace, [change], answer.Failure, ct);
                if (answer.Failure is Failure.NotConnected or Failure.Unavailable { RetryAfter: not null } || ++inARow == Patience)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static TaskUpdate Update(Change change) => new(change.TaskId, FieldChange.Read(change.Fields).ToDictionary(f => f.Key, f => f.Value.After));
}
