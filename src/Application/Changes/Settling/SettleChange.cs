using Dashboard.Application.Changes.Wants;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Settling;

/// <summary>What HubSpot's answer to a change means for the change, the index and everybody's board.</summary>
public sealed class SettleChange(IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks, IWorkspaceFeed feed, TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Looking for a new grant costs a read of one row, no call.</summary>
    private static readonly TimeSpan WithoutGrant = TimeSpan.FromSeconds(10);

    /// <summary>HubSpot took them: the index takes HubSpot's answers. An answer that shows another value than was sent is a refusal without a word.</summary>
    public async Task DoneAsync(WorkspaceId workspace, IReadOnlyList<(Change Change, RemoteTask Answer)> taken, CancellationToken ct)
    {
        var silent = taken.Where(t => NotTaken(t.Change, t.Answer) is not null).ToList();
        var done = taken.Except(silent).ToList();
        if (done.Count > 0)
        {
            await dbs.StoreAsync(workspace, db => StoreDoneAsync(db, done, ct), ct);
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, [.. done.Select(d => d.Change.TaskId)], By: null));
        }

        foreach (var (change, answer) in silent)
        {
            await RefuseAsync(workspace, change, new Failure.Refused($"it answered without an error, but kept its own value of {NotTaken(change, answer)}"), ct);
        }
    }

    /// <summary>HubSpot said no: the index goes back to HubSpot's value and the card to its exact place.</summary>
    public async Task RefuseAsync(WorkspaceId workspace, Change change, Failure failure, CancellationToken ct)
    {
        var isGone = failure is Failure.Refused { StatusCode: 404 };
        var now = isGone ? null : await ReadBackAsync(workspace, change, ct);
        var reason = isGone ? "This task no longer exists in HubSpot. It was removed here too." : failure.Sentence;
        await dbs.StoreAsync(workspace, db => StoreRefusedAsync(db, change, failure as Failure.Refused, reason, now, isGone, ct), ct);
        feed.Publish(new WorkspaceSignal.TasksChanged(workspace, [change.TaskId], By: null));
    }

    /// <summary>HubSpot did not answer in a usable way: they are sent again, later each time.</summary>
    public async Task WaitAsync(WorkspaceId workspace, IReadOnlyList<Change> changes, Failure failure, CancellationToken ct)
    {
        var ids = changes.Select(c => c.Id).ToList();
        var told = failure is Failure.NotConnected ? WithoutGrant : (failure as Failure.Unavailable)?.RetryAfter;
        var correlation = (failure as Failure.Unavailable)?.CorrelationId;
        await dbs.StoreAsync(
            workspace,
            async db =>
            {
                foreach (var row in await db.Changes.Where(c => ids.Contains(c.Id) && (c.State == ChangeState.Waiting || c.State == ChangeState.Checking)).ToListAsync(ct))
                {
                    row.Attempts++;
                    row.NotBefore = clock.GetUtcNow() + (told ?? BackOff(row.Attempts));
                    row.Reason = failure is Failure.NotConnected ? "The connection to HubSpot must be renewed; this is sent then." : failure.Sentence;
                    row.CorrelationId = correlation ?? row.CorrelationId;
                }

                return 0;
            },
            ct);
        feed.Publish(new WorkspaceSignal.TasksChanged(workspace, [.. changes.Select(c => c.TaskId)], By: null));
    }

    private async Task<int> StoreDoneAsync(IDashboardDb db, List<(Change Change, RemoteTask Answer)> done, CancellationToken ct)
    {
        var answers = done.ToDictionary(d => d.Change.Id, d => d.Answer);
        var seen = done.ToDictionary(d => d.Change.Id, d => d.Change.SeenVersion);
        var ids = answers.Keys.ToList();
        var now = clock.GetUtcNow();
        foreach (var row in await db.Changes.Where(c => ids.Contains(c.Id)).ToListAsync(ct))
        {
            (row.State, row.SettledAt, row.Reason, row.Wants) = (ChangeState.Done, now, null, null);
            (row.SeenVersion, row.MadeVersion) = (seen[row.Id], TaskIntake.Modified(answers[row.Id]));
            row.Attempts++;
        }

        await db.SaveChangesAsync(ct);
        await TaskIntake.TakeAsync(db, [.. answers.Values], await TaskStatuses.LoadAsync(db, ct), ct);
        await db.SaveChangesAsync(ct);
        await LearnedRules.ForgetAsync(db, done, ct);

        var settled = await db.TasksAndDeleted.Where(t => t.ChangeId != null && ids.Contains(t.ChangeId.Value)).ToListAsync(ct);
        foreach (var task in settled)
        {
            (task.ChangeState, task.ChangeId) = (TaskChangeState.Saved, null);
        }

        return await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.LastWriteAt, now), ct);
    }

    private async Task<int> StoreRefusedAsync(
        IDashboardDb db, Change refused, Failure.Refused? failure, string reason, RemoteTask? now, bool isGone, CancellationToken ct)
    {
        var change = await db.Changes.FirstAsync(c => c.Id == refused.Id, ct);
        (change.State, change.SettledAt, change.Reason, change.CorrelationId) = (ChangeState.Refused, clock.GetUtcNow(), reason, failure?.CorrelationId);
        change.Attempts++;
        change.Wants = WantedProperties.Write(failure?.Missing ?? []);
        if (change.Wants is not null)
        {
            await LearnedRules.LearnAsync(db, change, WantedProperties.Of(change.Wants), clock.GetUtcNow(), ct);
        }

        await db.SaveChangesAsync(ct);
        if (isGone)
        {
            await TaskIntake.RemoveAsync(db, [change.TaskId], ct);
            return 0;
        }

        if (await db.TasksAndDeleted.FirstOrDefaultAsync(t => t.Id == change.TaskId, ct) is not { } task)
        {
            return 0;
        }

        var statuses = await TaskStatuses.LoadAsync(db, ct);
        await PutBackAsync(db, task, change, statuses, ct);
        if (now is not null)
        {
            await TaskIntake.TakeAsync(db, [now], statuses, ct);
        }

        // A later move of the same card is still on its way: its place and its sign stay.
        if (task.ChangeId == change.Id)
        {
            (task.Rank, task.RankedByHand) = (change.RankBefore ?? task.Rank, change.RankedByHandBefore);
            (task.ChangeState, task.ChangeId) = (TaskChangeState.Refused, change.Id);
        }

        return 1;
    }

    /// <summary>The values from before, as far as no later change of ours is about to set the field.</summary>
    internal static async Task PutBackAsync(IDashboardDb db, CrmTask task, Change change, TaskStatuses statuses, CancellationToken ct)
    {
        var later = await db.Changes.AsNoTracking()
            .Where(c => c.TaskId == change.TaskId && c.Sequence > change.Sequence && (c.State == ChangeState.Waiting || c.State == ChangeState.Wanting))
            .Select(c => c.Fields)
            .ToListAsync(ct);
        var open = later.SelectMany(fields => FieldChange.Read(fields).Keys).ToHashSet(StringComparer.Ordinal);
        var notes = await db.TaskNotes.FirstOrDefaultAsync(n => n.TaskId == task.Id, ct);
        foreach (var (property, field) in FieldChange.Read(change.Fields).Where(f => TaskProperty.IsKept(f.Key) && !open.Contains(f.Key)))
        {
            TaskProperty.Write(task, property, field.Before, notes);
            if (property == TaskProperty.Status)
            {
                task.IsClosed = statuses.IsClosed(task.Status);
                task.CompletedAt = task.IsClosed ? task.CompletedAt : null;
            }
        }
    }

    /// <summary>HubSpot's value now, when it can be had.</summary>
    private async Task<RemoteTask?> ReadBackAsync(WorkspaceId workspace, Change change, CancellationToken ct)
    {
        var read = await tokens.CallAsync(workspace, CallPriority.Person, access => tasks.ReadAsync(access, change.TaskId, [], ct), ct);

        // Without kinds nothing was asked about associations.
        return read.Ok ? read.Value with { Links = null } : null;
    }

    /// <summary>HubSpot's editor writes notes its own way, so those say nothing.</summary>
    private static string? NotTaken(Change change, RemoteTask answer) => FieldChange.Read(change.Fields)
        .Where(f => !TaskProperty.IsLong(f.Key) && answer.Properties.TryGetValue(f.Key, out var value) && !Same(f.Value.After, value))
        .Select(f => f.Key)
        .FirstOrDefault();

    /// <summary>HubSpot writes instants and numbers its own way.</summary>
    internal static bool Same(string? sent, string? answered) =>
        (sent ?? "") == (answered ?? "")
        || (TaskProperty.Instant(sent) is { } one && one == TaskProperty.Instant(answered))
        || string.Equals(sent?.Trim(), answered?.Trim(), StringComparison.Ordinal);

    private static TimeSpan BackOff(int attempts)
    {
        var seconds = Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(attempts, 12) - 1));
        return TimeSpan.FromSeconds(seconds * (0.8 + (0.4 * Random.Shared.NextDouble())));
    }
}
