using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Sending;

/// <summary>
/// Holds back what must not be sent as it is: a value that would overwrite one the person never saw, and a change that HubSpot does not
/// answer while it takes others.
/// </summary>
public sealed class BeforeSending(IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks, SettleHeld held, TimeProvider clock)
{
    /// <summary>Tries without an answer after which somebody has to decide.</summary>
    public const int MostTries = 20;

    /// <summary>As long as the index was complete this short a while ago, HubSpot is not asked again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>HubSpot took another change this short a while ago, so it is not down.</summary>
    private static readonly TimeSpan TakesOthers = TimeSpan.FromMinutes(10);

    /// <returns>Those to be sent.</returns>
    public async Task<Change[]> RunAsync(WorkspaceId workspace, Change[] due, CancellationToken ct)
    {
        var (isFresh, takesOthers) = await FactsAsync(workspace, ct);
        var poison = takesOthers ? due.Where(c => c.Attempts >= MostTries).ToList() : [];
        foreach (var change in poison)
        {
            await held.UndecidedAsync(workspace, change, ct);
        }

        var rest = due.Except(poison).ToArray();
        foreach (var change in rest)
        {
            change.SeenVersion = ReadBack.Asked(change).Count == 0 ? null : ReadBack.NoLook;
        }

        return isFresh || rest.Length == 0 ? rest : await ComparedAsync(workspace, rest, ct);
    }

    private async Task<(bool IsFresh, bool TakesOthers)> FactsAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var now = clock.GetUtcNow();
        var read = await db.SyncStates.AsNoTracking().Select(s => new { s.LastDeltaAt, s.FinishedAt }).FirstOrDefaultAsync(ct);
        var written = await db.Connections.AsNoTracking().Select(c => c.LastWriteAt).FirstOrDefaultAsync(ct);
        return ((read?.LastDeltaAt ?? read?.FinishedAt) > now - Fresh, written > now - TakesOthers);
    }

    /// <summary>One call for up to a hundred tasks. When HubSpot cannot be asked, sending will meet the same and wait by itself.</summary>
    private async Task<Change[]> ComparedAsync(WorkspaceId workspace, Change[] changes, CancellationToken ct)
    {
        var ids = changes.Select(c => c.TaskId).Distinct().ToList();
        var read = await tokens.CallAsync(workspace, CallPriority.Person, access => tasks.ReadManyAsync(access, ids, ct), ct);
        if (!read.Ok)
        {
            return changes;
        }

        var now = read.Value.DistinctBy(t => t.Id).ToDictionary(t => t.Id);
        var clear = new List<Change>();
        foreach (var change in changes)
        {
            if (now.TryGetValue(change.TaskId, out var theirs) && await OthersAsync(workspace, change, theirs, ct) is { Count: > 0 } others)
            {
                await held.ConflictAsync(workspace, change, theirs, others, ct);
            }
            else
            {
                change.SeenVersion = change.SeenVersion is null || theirs is null ? change.SeenVersion : TaskIntake.Modified(theirs) ?? change.SeenVersion;
                clear.Add(change);
            }
        }

        return [.. clear];
    }

    /// <summary>Fields that hold neither what the person saw nor what they wanted.</summary>
    private async Task<IReadOnlyList<string>> OthersAsync(WorkspaceId workspace, Change change, RemoteTask theirs, CancellationToken ct)
    {
        var fields = FieldChange.Read(change.Fields);
        bool IsOther(string property, FieldChange field) => theirs.Properties.TryGetValue(property, out var value)
            && !SettleChange.Same(field.Before, value) && !SettleChange.Same(field.After, value);
        var others = fields.Where(f => !TaskProperty.IsLong(f.Key) && IsOther(f.Key, f.Value)).Select(f => f.Key).ToList();
        if (others.Count == 0)
        {
            return others;
        }

        await using var db = dbs.Open(workspace);
        var unknown = new List<string>();
        foreach (var property in others)
        {
            if (!await IsBegunAsync(db, change, property, theirs.Properties[property], ct))
            {
                unknown.Add(property);
            }
        }

        return unknown;
    }

    /// <summary>What the person saw may have been a change of ours that HubSpot then refused: under it lay what that one began with.</summary>
    internal static async Task<bool> IsBegunAsync(IDashboardDb db, Change change, string property, string? value, CancellationToken ct)
    {
        var under = await db.Changes.AsNoTracking()
            .Where(c => c.TaskId == change.TaskId && c.Sequence < change.Sequence && c.SettledAt >= change.AcceptedAt && c.State != ChangeState.Done)
            .Select(c => c.Fields)
            .ToListAsync(ct);
        return under.Select(FieldChange.Read).Any(earlier => earlier.TryGetValue(property, out var field) && SettleChange.Same(field.Before, value));
    }
}
