using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Sync;

/// <summary>
/// Reads tasks by date of modification, oldest first. Goes on from the last date seen, never by offset: rows that move while one pages
/// are not missed, and the 10,000 results a query gives at most are never reached. Where one date fills a whole page it is walked by id.
/// https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm
/// </summary>
public sealed class ReadModified(IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks)
{
    private const int PageSize = 200;

    /// <summary>A million changes; more in one go means that something answers nonsense.</summary>
    private const int MostPages = 5_000;

    public async Task<Result<ModifiedTasks>> RunAsync(WorkspaceId workspace, DateTimeOffset since, CancellationToken ct)
    {
        var found = new Found(since);
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await PageAsync(workspace, new TaskSearch(TaskProperty.UpdatedAt) { ModifiedFrom = since }, found, ct);
            if (!page.Ok)
            {
                return page.Failure;
            }

            if (page.Value.Tasks.Count + page.Value.Unreadable < PageSize)
            {
                return found.Outcome;
            }

            var last = page.Value.Tasks.Select(TaskIntake.Modified).LastOrDefault() ?? since;
            if (last <= since)
            {
                var walked = await WalkAsync(workspace, since, found, ct);
                if (!walked.Ok)
                {
                    return walked.Failure;
                }

                last = since.AddMilliseconds(1);
            }

            since = last;
        }

        return new Failure.Unavailable("HubSpot's search does not come to an end. It is asked again later.");
    }

    /// <summary>All tasks of one date, by ascending id.</summary>
    private async Task<Result<Done>> WalkAsync(WorkspaceId workspace, DateTimeOffset date, Found found, CancellationToken ct)
    {
        for (var last = 0L; ;)
        {
            var search = new TaskSearch("hs_object_id") { ModifiedFrom = date, ModifiedTo = date, IdAfter = last };
            var page = await PageAsync(workspace, search, found, ct);
            if (!page.Ok)
            {
                return page.Failure;
            }

            var highest = page.Value.Tasks.Select(t => t.Id).DefaultIfEmpty().Max();
            if (page.Value.Tasks.Count + page.Value.Unreadable < PageSize || highest <= last)
            {
                return Done.Value;
            }

            last = highest;
        }
    }

    private async Task<Result<TaskFinds>> PageAsync(WorkspaceId workspace, TaskSearch search, Found found, CancellationToken ct)
    {
        var page = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.SearchAsync(access, search with { Limit = PageSize }, ct), ct);
        if (page.Ok && page.Value.Tasks.Count + page.Value.Unreadable > 0)
        {
            found.Add(page.Value.Tasks, await dbs.StoreAsync(
                workspace,
                async db =>
                {
                    await db.SyncStates.OfRunningAsync(ct);
                    await Quarantine.KeepAsync(db, [], page.Value.Unread, ct);
                    return await TaskIntake.TakeAsync(db, page.Value.Tasks, await TaskStatuses.LoadAsync(db, ct), ct);
                },
                ct));
        }

        return page;
    }

    private sealed class Found(DateTimeOffset since)
    {
        private readonly HashSet<long> changed = [];
        private readonly HashSet<long> newer = [];
        private DateTimeOffset newest = since;

        public ModifiedTasks Outcome => new([.. changed], [.. newer], newest);

        public void Add(IReadOnlyList<RemoteTask> tasks, TaskIntakeOutcome outcome)
        {
            changed.UnionWith(outcome.Changed);
            newer.UnionWith(outcome.Newer);
            newest = tasks.Select(TaskIntake.Modified).Append(newest).Max()!.Value;
        }
    }
}

/// <param name="Changed">Tasks whose row changed.</param>
/// <param name="Newer">Tasks whose version is newer than the index's was.</param>
/// <param name="Newest">HubSpot's instant of the newest change seen.</param>
public sealed record ModifiedTasks(IReadOnlyList<long> Changed, IReadOnlyList<long> Newer, DateTimeOffset Newest);
