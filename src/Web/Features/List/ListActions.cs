using Dashboard.Application.Board;
using Dashboard.Application.Board.Table;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.List;

/// <summary>What the list can ask for, each time as the member the session says it is now. What arrived is stored, even when the page that told it is being left.</summary>
public sealed class ListActions(CurrentMember member, ListTasks list, RetryChange retry, DropChange drop)
{
    public Task<Result<TaskTable>> ShowAsync(string slug, TableQuery query, OwnTime own, CancellationToken ct) =>
        member.RunAsync(slug, actor => list.RunAsync(actor, query, own, ct), ct);

    public Task<Result<IReadOnlyList<long>>> IdsAsync(string slug, TableQuery query, OwnTime own, CancellationToken ct) =>
        member.RunAsync(slug, actor => list.IdsAsync(actor, query, own, ct), ct);

    public Task<Result<Done>> RetryAsync(string slug, Card card) =>
        member.RunAsync(slug, actor => retry.RunAsync(actor, card.Change.Id ?? default, CancellationToken.None), CancellationToken.None);

    public Task<Result<Done>> LetBeAsync(string slug, Card card) =>
        member.RunAsync(slug, actor => drop.RunAsync(actor, card.Change.Id ?? default, CancellationToken.None), CancellationToken.None);
}
