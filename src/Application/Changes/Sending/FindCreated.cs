using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Sending;

/// <summary>
/// Looks whether HubSpot made a task although its answer never came: among the tasks behind the highest id known before, and among those
/// search knows as new. Same title, due date and owner, made since it was sent, and not the answer to another creation.
/// </summary>
public sealed class FindCreated(IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks)
{
    private const int MostPages = 50;

    /// <summary>HubSpot's clock and ours may differ.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    /// <returns>Null when HubSpot has no such task.</returns>
    public async Task<Result<RemoteTask?>> RunAsync(WorkspaceId workspace, Change change, CancellationToken ct)
    {
        var since = (change.FirstSentAt ?? change.AcceptedAt) - Slack;
        var wanted = FieldChange.Read(change.Fields);
        var listed = await ListAsync(workspace, since, ct);
        if (!listed.Ok)
        {
            return listed.Failure;
        }

        var search = new TaskSearch(TaskProperty.CreatedAt, Descending: true) { ModifiedFrom = since };
        var found = await tokens.CallAsync(workspace, CallPriority.Person, access => tasks.SearchAsync(access, search, ct), ct);
        if (!found.Ok)
        {
            return found.Failure;
        }

        var alike = listed.Value.Concat(found.Value.Tasks).Where(t => Created(t) >= since && IsAlike(t, wanted)).DistinctBy(t => t.Id).OrderBy(t => t.Id).ToList();
        var ids = alike.ConvertAll(t => t.Id);
        await using var db = dbs.Open(workspace);
        var claimed = await db.Changes.AsNoTracking()
            .Where(c => c.Kind == ChangeKind.Create && c.Id != change.Id && ids.Contains(c.TaskId))
            .Select(c => c.TaskId)
            .ToListAsync(ct);
        return alike.Find(t => !claimed.Contains(t.Id));
    }

    private async Task<Result<List<RemoteTask>>> ListAsync(WorkspaceId workspace, DateTimeOffset since, CancellationToken ct)
    {
        long last;
        await using (var db = dbs.Open(workspace))
        {
            last = await db.TasksAndDeleted.Where(t => t.Id > 0 && t.RemoteCreatedAt < since).MaxAsync(t => (long?)t.Id, ct) ?? 0;
        }

        var all = new List<RemoteTask>();
        var after = TaskProperty.Text(last);
        for (var pages = 0; after is not null && pages < MostPages; pages++)
        {
            var page = await tokens.CallAsync(workspace, CallPriority.Person, access => tasks.ListAsync(access, after, [], ct), ct);
            if (!page.Ok)
            {
                return page.Failure;
            }

            all.AddRange(page.Value.Tasks.Select(t => t with { Links = null }));
            after = page.Value.After;
        }

        return all;
    }

    private static DateTimeOffset? Created(RemoteTask task) => TaskProperty.Instant(task.Properties.GetValueOrDefault(TaskProperty.CreatedAt)) ?? task.CreatedAt;

    private static bool IsAlike(RemoteTask task, Dictionary<string, FieldChange> wanted)
    {
        string? Has(string property) => task.Properties.GetValueOrDefault(property) is { Length: > 0 } value ? value : null;
        string? Wants(string property) => wanted.GetValueOrDefault(property)?.After;
        return Has(TaskProperty.Subject)?.Trim() == Wants(TaskProperty.Subject)?.Trim()
            && TaskProperty.Instant(Has(TaskProperty.Due)) == TaskProperty.Instant(Wants(TaskProperty.Due))
            && Has(TaskProperty.Owner) == Wants(TaskProperty.Owner);
    }
}
