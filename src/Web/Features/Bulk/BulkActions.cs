using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Bulk;

/// <summary>What can be done with many tasks, each time as the member the session says it is now. A run that was asked for is stored even when its page is being left.</summary>
public sealed class BulkActions(CurrentMember member, TaskChoices choices, PlanBulk plan, RunBulk run, ShowBulk show, RetryBulk retry, UndoBulk undo)
{
    public Task<Result<PortalChoices>> ChoicesAsync(string slug, CancellationToken ct) => member.RunAsync(slug, actor => choices.RunAsync(actor, ct), ct);

    public Task<Result<BulkPlan>> PlanAsync(string slug, IReadOnlyCollection<long> tasks, BulkWish wish, OwnTime own, CancellationToken ct) =>
        member.RunAsync(slug, actor => plan.RunAsync(actor, tasks, wish, own, ct), ct);

    public Task<Result<BulkStarted>> RunAsync(string slug, Guid batch, IReadOnlyCollection<long> tasks, BulkWish wish, OwnTime own) =>
        member.RunAsync(slug, actor => run.RunAsync(actor, batch, tasks, wish, own, CancellationToken.None));

    public Task<Result<BulkProgress>> ShowAsync(string slug, Guid batch, CancellationToken ct) => member.RunAsync(slug, actor => show.RunAsync(actor, batch, ct), ct);

    public Task<Result<int>> RetryAsync(string slug, Guid batch) => member.RunAsync(slug, actor => retry.RunAsync(actor, batch, CancellationToken.None));

    public Task<Result<BulkUndone>> UndoAsync(string slug, Guid batch) => member.RunAsync(slug, actor => undo.RunAsync(actor, batch, CancellationToken.None));
}
