using System.Collections.Concurrent;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks.Repeating;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync;

/// <summary>
/// Asks HubSpot how the tasks that repeat do so, a few in each turn of the sync. The interface is a beta: a portal without it is left alone for a
/// day, and nothing of it is a failure of the sync, which everything else goes on without.
/// https://developers.hubspot.com/docs/api-reference/2026-09-beta/crm/activities/task-series/create-tasks-series
/// </summary>
public sealed class AskSeries(IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks, IWorkspaceFeed feed, TimeProvider clock)
{
    private const int MostInATurn = 10;

    /// <summary>One task without a series says nothing about the portal; so many of them, and never one with, do.</summary>
    private const int StrangersInARow = 3;

    /// <summary>Also how old an answer may become: a series can be changed without its task.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    private static readonly TimeSpan RestAfterTrouble = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<WorkspaceId, DateTimeOffset> troubled = new();

    public async Task RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        if (troubled.TryGetValue(workspace, out var at) && at + RestAfterTrouble > clock.GetUtcNow())
        {
            return;
        }

        var strangers = 0;
        foreach (var task in await DueAsync(workspace, ct))
        {
            var told = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.SeriesAsync(access, task, ct), ct);
            if (told.Failure is Failure.MissingScope or Failure.Refused { StatusCode: 403 or 405 or 410 } || (IsStrange(told.Failure) && ++strangers == StrangersInARow && !await IsOpenAsync(workspace, ct)))
            {
                await CloseAsync(workspace, ct);
                return;
            }

            if (told.Failure is not (null or Failure.Refused))
            {
                troubled[workspace] = clock.GetUtcNow();
                return;
            }

            await KeepAsync(workspace, task, told.Ok ? told.Value : null, ct);
        }
    }

    private static bool IsStrange(Failure? failure) => failure is Failure.Refused { StatusCode: 404 };

    /// <summary>Those never asked first, then those asked longest ago.</summary>
    private async Task<List<long>> DueAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var old = now - Rest;
        await using var db = dbs.Open(workspace);
        return await db.TaskSeries
            .Where(s => (s.AskedAt == null || s.AskedAt <= old) && db.Connections.Any(c => c.SeriesClosedUntil == null || c.SeriesClosedUntil <= now))
            .OrderBy(s => s.AskedAt).ThenBy(s => s.TaskId).Select(s => s.TaskId).Take(MostInATurn).ToListAsync(ct);
    }

    private async Task<bool> IsOpenAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        return await db.TaskSeries.AnyAsync(s => s.Rule != null, ct);
    }

    private async Task KeepAsync(WorkspaceId workspace, long task, RemoteSeries? told, CancellationToken ct)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        var (rule, starts) = (Text(told?.Rule, TaskSeries.LongestRule), told?.StartsAt);
        var status = Text(told?.Status, TaskSeries.LongestStatus);
        var changed = await dbs.StoreAsync(
            workspace,
            async db =>
            {
                var other = await db.TaskSeries.AnyAsync(s => s.TaskId == task && (s.Rule != rule || s.StartsAt != starts || s.Status != status), ct);
                await db.TaskSeries.Where(s => s.TaskId == task).ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.Rule, rule).SetProperty(s => s.StartsAt, starts).SetProperty(s => s.Status, status).SetProperty(s => s.AskedAt, now), ct);
                return other;
            },
            ct);
        if (changed)
        {
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, [task], By: null));
        }
    }

    /// <summary>What was told before goes too: nobody keeps it true any more.</summary>
    private async Task CloseAsync(WorkspaceId workspace, CancellationToken ct)
    {
        DateTimeOffset? until = clock.GetUtcNow() + Rest;
        var forgotten = await dbs.StoreAsync(
            workspace,
            async db =>
            {
                await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.SeriesClosedUntil, until), ct);
                var known = await db.TaskSeries.Where(s => s.Rule != null).Select(s => s.TaskId).ToListAsync(ct);
                await db.TaskSeries.ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.Rule, (string?)null).SetProperty(s => s.StartsAt, (DateTimeOffset?)null)
                        .SetProperty(s => s.Status, (string?)null).SetProperty(s => s.AskedAt, (DateTimeOffset?)null),
                    ct);
                return known;
            },
            ct);
        if (forgotten.Count > 0)
        {
            feed.Publish(new WorkspaceSignal.TasksChanged(workspace, forgotten, By: null));
        }
    }

    /// <summary>A rule too long to be kept is none that is understood either.</summary>
    private static string? Text(string? told, int longest) => string.IsNullOrWhiteSpace(told) || told.Length > longest ? null : told;
}
