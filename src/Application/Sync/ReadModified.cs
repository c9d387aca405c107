using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Reading;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Sync;

/// <summary>
/// Reads tasks by date of modification, oldest first. Goes on from the last date seen, never by offset: rows that move while one pages
/// are not missed, and the 10,000 results a query gives at most are never reached. Where one date fills a whole page it is walked by id.
/// https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm
/// </summary>
public sealed class ReadModified(TokenSource tokens, IHubSpotTasks tasks)
{
    private const int PageSize = 200;

    /// <summary>As many as associations can be asked for in one call.</summary>
    private const int PartSize = 1_000;

    /// <summary>A million changes; more in one go means that something answers nonsense.</summary>
    private const int MostPages = 5_000;

    /// <param name="workspace">Whose.</param>
    /// <param name="since">HubSpot's instant of the first change wanted.</param>
    /// <param name="take">Stores a part. Its failure ends the reading.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<Done>> RunAsync(WorkspaceId workspace, DateTimeOffset since, Func<ModifiedPart, Task<Result<Done>>> take, CancellationToken ct)
    {
        var part = new Part(take, since);
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await PageAsync(workspace, new TaskSearch(TaskProperty.UpdatedAt) { ModifiedFrom = since }, part, ct);
            if (!page.Ok)
            {
                return page.Failure;
            }

            if (IsLast(page.Value))
            {
                return await part.HandOverAsync(part.Newest, isLast: true);
            }

            var last = page.Value.Tasks.Select(TaskIntake.Modified).LastOrDefault() ?? since;
            if (last <= since)
            {
                var walked = await WalkAsync(workspace, since, part, ct);
                if (!walked.Ok)
                {
                    return walked;
                }

                last = since.AddMilliseconds(1);
            }

            since = last;
            var taken = await part.HandOverWhenFullAsync(since);
            if (!taken.Ok)
            {
                return taken;
            }
        }

        return new Failure.Unavailable("HubSpot's search does not come to an end. It is asked again later.");
    }

    private static bool IsLast(TaskFinds page) => page.Tasks.Count + page.Unreadable < PageSize;

    /// <summary>All tasks of one date, by ascending id.</summary>
    private async Task<Result<Done>> WalkAsync(WorkspaceId workspace, DateTimeOffset date, Part part, CancellationToken ct)
    {
        for (var last = 0L; ;)
        {
            var search = new TaskSearch("hs_object_id") { ModifiedFrom = date, ModifiedTo = date, IdAfter = last };
            var page = await PageAsync(workspace, search, part, ct);
            if (!page.Ok)
            {
                return page.Failure;
            }

            var highest = page.Value.Tasks.Select(t => t.Id).DefaultIfEmpty().Max();
            if (IsLast(page.Value) || highest <= last)
            {
                return Done.Value;
            }

            last = highest;
            var taken = await part.HandOverWhenFullAsync(date);
            if (!taken.Ok)
            {
                return taken;
            }
        }
    }

    private async Task<Result<TaskFinds>> PageAsync(WorkspaceId workspace, TaskSearch search, Part part, CancellationToken ct)
    {
        var page = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.SearchAsync(access, search with { Limit = PageSize }, ct), ct);
        if (page.Ok)
        {
            part.Add(page.Value);
        }

        return page;
    }

    /// <summary>Pages until there are enough of them to be worth the calls that follow.</summary>
    private sealed class Part(Func<ModifiedPart, Task<Result<Done>>> take, DateTimeOffset since)
    {
        private readonly List<RemoteTask> found = [];
        private readonly List<UnreadTask> unread = [];

        public DateTimeOffset Newest { get; private set; } = since;

        public void Add(TaskFinds page)
        {
            found.AddRange(page.Tasks);
            unread.AddRange(page.Unread);
            Newest = page.Tasks.Select(TaskIntake.Modified).Append(Newest).Max()!.Value;
        }

        public async Task<Result<Done>> HandOverWhenFullAsync(DateTimeOffset upTo) => found.Count < PartSize ? Done.Value : await HandOverAsync(upTo, isLast: false);

        public async Task<Result<Done>> HandOverAsync(DateTimeOffset upTo, bool isLast)
        {
            var taken = await take(new ModifiedPart([.. found], [.. unread], upTo, isLast));
            found.Clear();
            unread.Clear();
            return taken;
        }
    }
}
