using Dashboard.Application.Board;
using Dashboard.Application.Journal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Tasks;

/// <summary>What a task's drawer reads, each time as the member the session says it is now.</summary>
public sealed class TaskActions(
    CurrentMember member, IDashboardDbs dbs, ShowTask show, RefreshTask refresh, ShowHistory history, FollowTask follow, TaskChoices choices)
{
    public Task<Result<TaskSight>> ShowAsync(string slug, long task, CancellationToken ct) => member.RunAsync<TaskSight>(
        slug,
        async actor =>
        {
            var details = await show.RunAsync(actor, task, ct);
            var offered = await choices.RunAsync(actor, ct);
            if (!details.Ok || !offered.Ok)
            {
                return details.Failure ?? offered.Failure!;
            }

            await using var db = dbs.Open(actor.Workspace);
            return new TaskSight(details.Value, await PortalWords.LoadAsync(db, ct), offered.Value);
        },
        ct);

    public Task<Result<Done>> RefreshAsync(string slug, long task, CancellationToken ct) => member.RunAsync<Done>(
        slug, async actor => await refresh.RunAsync(actor, task, ct) is { Ok: false } read ? read.Failure : Done.Value, ct);

    public Task<Result<IReadOnlyList<HistoryEntry>>> HistoryAsync(string slug, long task, long? before, CancellationToken ct) =>
        member.RunAsync(slug, actor => history.RunAsync(actor, task, before, ct), ct);

    /// <returns>HubSpot's id of a task that was opened before HubSpot had named it.</returns>
    public Task<Result<long>> FollowAsync(string slug, long task, CancellationToken ct) => member.RunAsync(slug, actor => follow.RunAsync(actor, task, ct), ct);
}
