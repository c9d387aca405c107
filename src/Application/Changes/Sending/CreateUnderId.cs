using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Changes.Sending;

/// <summary>
/// Makes tasks under their operation id, a hundred in one call. Sent twice, by whomever, it stays one task. One whose outcome nobody knows is
/// read by its id first all the same: what somebody changed in it since is not overwritten by sending the beginning again.
/// </summary>
public sealed class CreateUnderId(
    TokenSource tokens, IHubSpotTasks tasks, LookForOperationIds ids, LinkCreated links, SettleCreation settle, SettleChange waiting)
{
    /// <summary>Tries after which a creation is sent by itself: it may be what keeps the others from their answer.</summary>
    private const int Alone = 12;

    /// <param name="since">HubSpot's instant of making the property.</param>
    /// <returns>Those to be made the other way, because HubSpot no longer has the property; null when HubSpot is in no state to take changes now.</returns>
    public async Task<IReadOnlyList<Change>?> RunAsync(WorkspaceId workspace, IReadOnlyList<Change> due, DateTimeOffset since, CancellationToken ct)
    {
        var turn = new Turn(workspace, since);
        var chunks = due.Where(c => c.Attempts < Alone).Chunk(SendUpdates.BatchSize).Concat(due.Where(c => c.Attempts >= Alone).Chunk(1));
        foreach (var chunk in chunks)
        {
            if (turn.IsGone)
            {
                turn.Left.AddRange(chunk);
            }
            else if (!await ChunkAsync(turn, chunk, ct))
            {
                return null;
            }
        }

        return turn.Left;
    }

    private async Task<bool> ChunkAsync(Turn turn, IReadOnlyList<Change> chunk, CancellationToken ct)
    {
        var there = await ReadAsync(turn, [.. chunk.Where(c => c.State == ChangeState.Checking)], ct);
        if (!there.Ok)
        {
            // A question refused says nothing about what became of them.
            var unread = new Failure.Unavailable("HubSpot does not say what became of this new task.");
            return await FailedAsync(turn, chunk, there.Failure, () => WaitAsync(turn, chunk, unread, ct), ct);
        }

        if (!await DoneAsync(turn, there.Value, ct))
        {
            return false;
        }

        var missing = chunk.Except(there.Value.Select(t => t.Change)).ToList();
        return missing.Count == 0 || await SendAsync(turn, missing, ct);
    }

    private async Task<Result<List<(Change Change, RemoteTask Task)>>> ReadAsync(Turn turn, IReadOnlyList<Change> unknown, CancellationToken ct)
    {
        if (unknown.Count == 0)
        {
            return new List<(Change, RemoteTask)>();
        }

        var keys = unknown.Select(c => OperationId.Text(c.Id)).ToList();
        var read = await tokens.CallAsync(turn.Workspace, CallPriority.Person, access => tasks.ReadByKeyAsync(access, OperationId.Property, keys, ct), ct);
        return read.Ok
            ? unknown.Where(c => read.Value.ContainsKey(OperationId.Text(c.Id))).Select(c => (c, read.Value[OperationId.Text(c.Id)])).ToList()
            : read.Failure;
    }

    private async Task<bool> SendAsync(Turn turn, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var noted = await settle.NoteSendingAsync(turn.Workspace, changes, turn.Since, ct);
        if (noted.Count == 0)
        {
            return true;
        }

        var drafts = noted.Select(c => new KeyedDraft(OperationId.Text(c.Id), FieldChange.Read(c.Fields).ToDictionary(f => f.Key, f => f.Value.After))).ToList();
        var answer = await tokens.CallAsync(turn.Workspace, CallPriority.Person, access => tasks.UpsertManyAsync(access, OperationId.Property, drafts, ct), ct);
        if (!answer.Ok)
        {
            if (answer.Failure is Failure.Unavailable { HadNoEffect: true } or Failure.NotConnected)
            {
                await settle.NoteUnsentAsync(turn.Workspace, noted, ct);
            }

            return await FailedAsync(turn, noted, answer.Failure, () => RefusedAsync(turn, noted, answer.Failure, ct), ct);
        }

        var answered = noted.Zip(answer.Value).ToList();
        foreach (var (change, one) in answered.Where(a => !a.Second.Ok))
        {
            await FailedOneAsync(turn, change, one.Failure!, ct);
        }

        return await DoneAsync(turn, [.. answered.Where(a => a.Second.Ok).Select(a => (a.First, a.Second.Value.Task))], ct);
    }

    /// <summary>New or not: the task with a creation's id is that creation's. Its associations come before it is settled, and so before what hangs on them.</summary>
    private async Task<bool> DoneAsync(Turn turn, IReadOnlyList<(Change Change, RemoteTask Task)> made, CancellationToken ct)
    {
        var refused = await links.RunAsync(turn.Workspace, made, ct);
        if (!refused.Ok)
        {
            return await WaitAsync(turn, [.. made.Select(m => m.Change)], refused.Failure, ct);
        }

        foreach (var (change, task) in made)
        {
            await settle.DoneAsync(turn.Workspace, change, task, [.. refused.Value.Where(r => r.Change == change.Id).Select(r => r.Link)], ct);
        }

        return true;
    }

    /// <summary>A refusal had no effect; when HubSpot refused because it no longer has the property, they are made the other way.</summary>
    /// <param name="refused">What else a refusal means.</param>
    /// <returns>False when HubSpot is to be left alone.</returns>
    private async Task<bool> FailedAsync(Turn turn, IReadOnlyList<Change> changes, Failure failure, Func<Task<bool>> refused, CancellationToken ct)
    {
        if (!Patience.IsRefusal(failure))
        {
            return await WaitAsync(turn, changes, failure, ct);
        }

        var looked = await ids.RunAsync(turn.Workspace, CallPriority.Person, ct);
        if (!looked.Ok)
        {
            return await WaitAsync(turn, changes, looked.Failure, ct);
        }

        if (await ids.KnownAsync(turn.Workspace, ct) == turn.Since)
        {
            return await refused();
        }

        turn.Left.AddRange(changes);
        turn.IsGone = true;
        return true;
    }

    /// <summary>One of several that the call answered apart.</summary>
    private Task<bool> FailedOneAsync(Turn turn, Change change, Failure failure, CancellationToken ct) => Patience.IsRefusal(failure) && !IsAboutId(failure)
        ? RefusedAsync(turn, [change], failure, ct)
        : FailedAsync(turn, [change], failure, () => RefusedAsync(turn, [change], failure, ct), ct);

    private async Task<bool> WaitAsync(Turn turn, IReadOnlyList<Change> changes, Failure failure, CancellationToken ct)
    {
        await waiting.WaitAsync(turn.Workspace, changes, failure, ct);
        return false;
    }

    /// <summary>One bad input fails the whole call: apart they tell why. A permission that is missing is missing for each.</summary>
    private async Task<bool> RefusedAsync(Turn turn, IReadOnlyList<Change> changes, Failure failure, CancellationToken ct)
    {
        if (changes.Count > 1 && failure is Failure.Refused)
        {
            return await ApartAsync(turn, changes, ct);
        }

        if (IsAboutId(failure))
        {
            // Somebody else's request with this id is being worked on: it is there the next time it is read.
            await waiting.WaitAsync(turn.Workspace, changes, new Failure.Unavailable("HubSpot is making this task right now."), ct);
            return true;
        }

        foreach (var change in changes)
        {
            await settle.RefuseAsync(turn.Workspace, change, failure, ct);
        }

        return true;
    }

    private async Task<bool> ApartAsync(Turn turn, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        foreach (var change in changes)
        {
            if (turn.IsGone)
            {
                turn.Left.Add(change);
            }
            else if (!await ChunkAsync(turn, [change], ct))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAboutId(Failure failure) => failure is Failure.Refused refused
        && (refused.Properties?.Contains(OperationId.Property) == true || refused.Reason.Contains(OperationId.Property, StringComparison.Ordinal));

    /// <summary>One turn with a workspace.</summary>
    private sealed class Turn(WorkspaceId workspace, DateTimeOffset since)
    {
        public WorkspaceId Workspace => workspace;

        public DateTimeOffset Since => since;

        /// <summary>HubSpot no longer has the property that the turn began with.</summary>
        public bool IsGone { get; set; }

        public List<Change> Left { get; } = [];
    }
}
