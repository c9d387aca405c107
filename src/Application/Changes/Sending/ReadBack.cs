using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Sending;

/// <summary>
/// After a change was sent: finds what somebody put into the same field between our last look and our write, by the field's history. HubSpot has
/// no conditional update, so this cannot be prevented, only told. https://developers.hubspot.com/docs/api-reference/latest/crm/using-object-apis
/// </summary>
public sealed class ReadBack(IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks, IWorkspaceFeed feed, TimeProvider clock)
{
    /// <summary>Changes made one by one are read back together after this long.</summary>
    public static readonly TimeSpan Gather = TimeSpan.FromSeconds(5);

    /// <summary>Stands for "HubSpot was not looked at before": then the value itself tells whether it was known.</summary>
    internal static readonly DateTimeOffset NoLook = DateTimeOffset.UnixEpoch;

    /// <summary>After a day nobody decides on it any more.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    /// <summary>Source of what a person did in HubSpot's own screens; ours is never that.</summary>
    private const string ByHand = "CRM_UI";

    /// <summary>HubSpot dates a value and the version of the task it made a little apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    /// <summary>Fields whose history is asked for. The long ones HubSpot writes its own way, so their history says nothing.</summary>
    internal static IReadOnlyCollection<string> Asked(Change change) => [.. FieldChange.Read(change.Fields).Keys.Where(property => !TaskProperty.IsLong(property))];

    /// <returns>When to come again; null when nothing is left to be read back.</returns>
    public async Task<DateTimeOffset?> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        while (true)
        {
            var open = await OpenAsync(workspace, ct);
            if (open.Count == 0)
            {
                return null;
            }

            var due = open[0].SettledAt + Gather;
            if (open.Count < RemoteHistory.MostTasks && due > clock.GetUtcNow())
            {
                return due;
            }

            if (!await ReadAsync(workspace, open, ct))
            {
                return clock.GetUtcNow() + Later;
            }
        }
    }

    private async Task<List<Change>> OpenAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        return await db.Changes.AsNoTracking().Where(c => c.SeenVersion != null).OrderBy(c => c.Sequence).Take(RemoteHistory.MostTasks).ToListAsync(ct);
    }

    /// <summary>False when HubSpot is in no state to tell.</summary>
    private async Task<bool> ReadAsync(WorkspaceId workspace, List<Change> open, CancellationToken ct)
    {
        var ids = open.Select(c => c.TaskId).Distinct().ToList();
        var properties = open.SelectMany(Asked).Distinct().ToList();
        var read = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.ReadHistoryAsync(access, ids, properties, ct), ct);
        if (!read.Ok && read.Failure is Failure.Unavailable or Failure.NotConnected && open[0].SettledAt > clock.GetUtcNow() - Longest)
        {
            return false;
        }

        var histories = read.Ok ? read.Value.DistinctBy(h => h.Id).ToDictionary(h => h.Id) : [];
        var changed = await dbs.StoreAsync(workspace, db => StoreAsync(db, open, histories, ct), ct);
        if (changed.Count > 0)
        {
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, changed, By: null));
        }

        return true;
    }

    /// <returns>Tasks of which something was written over.</returns>
    private static async Task<List<long>> StoreAsync(IDashboardDb db, List<Change> open, Dictionary<long, RemoteHistory> histories, CancellationToken ct)
    {
        var told = new List<long>();
        var names = await db.Owners.AsNoTracking().Where(o => o.UserId != null).GroupBy(o => o.UserId!.Value).Select(g => new { g.Key, Name = g.Min(o => o.Name) ?? "" })
            .ToDictionaryAsync(o => o.Key, o => o.Name, ct);
        var ids = open.ConvertAll(c => c.Id);
        foreach (var row in await db.Changes.Where(c => ids.Contains(c.Id)).ToListAsync(ct))
        {
            var fields = FieldChange.Read(row.Fields);
            foreach (var property in histories.TryGetValue(row.TaskId, out var history) ? Asked(row) : [])
            {
                if (await OverwrittenAsync(db, row, fields[property], property, history!, ct) is { } theirs)
                {
                    fields[property] = fields[property] with { Overwrote = new Overwritten(theirs.Value, Who(theirs, names), theirs.At) };
                    (row.Fields, told) = (FieldChange.Write(fields), [.. told, row.TaskId]);
                }
            }

            row.SeenVersion = null;
        }

        return told;
    }

    /// <summary>The value right under ours, when it came after our look; without a look, when it is none that anybody here knew.</summary>
    private static async Task<RemoteVersion?> OverwrittenAsync(IDashboardDb db, Change change, FieldChange field, string property, RemoteHistory history, CancellationToken ct)
    {
        var versions = history.Properties.GetValueOrDefault(property, []);
        var ours = versions.ToList().FindIndex(v => v.Source != ByHand && v.At <= change.MadeVersion + Apart && SettleChange.Same(field.After, v.Value));
        if (ours < 0 || ours + 1 >= versions.Count || versions[ours + 1] is not { } under || SettleChange.Same(field.Before, under.Value) || SettleChange.Same(field.After, under.Value))
        {
            return null;
        }

        return change.SeenVersion != NoLook ? (under.At > change.SeenVersion ? under : null)
            : await BeforeSending.IsBegunAsync(db, change, property, under.Value, ct) ? null : under;
    }

    private static string Who(RemoteVersion version, Dictionary<long, string> names) =>
        version.UserId is { } user && names.TryGetValue(user, out var name) ? name : version.Source switch
        {
            ByHand => "somebody in HubSpot",
            "AUTOMATION_PLATFORM" or "WORKFLOWS" => "a workflow in HubSpot",
            "IMPORT" => "an import in HubSpot",
            "INTEGRATION" or "API" => "another app",
            _ => "HubSpot",
        };
}
