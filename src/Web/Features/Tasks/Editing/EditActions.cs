using Dashboard.Application.Board.Moving;
using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Undoing;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>What the drawer changes. What arrived is stored, even when the page that told it is being left.</summary>
public sealed class EditActions(
    CurrentMember member, EditTask edit, ToggleTask toggle, DeleteTask delete, UndoChange undo, RetryChange retry, DropChange drop, ShowQueues queues, PutTheirsBack theirs)
{
    public Task<Result<TaskSaved>> SaveAsync(string slug, TaskEdit wanted, OwnTime own) =>
        member.RunAsync(slug, actor => edit.RunAsync(actor, wanted, own, CancellationToken.None));

    /// <summary>Completes an open task, reopens a closed one.</summary>
    /// <returns>The change, for undo.</returns>
    public Task<Result<Guid?>> ToggleAsync(string slug, CrmTask seen, OwnTime own) =>
        member.RunAsync(slug, actor => toggle.RunAsync(actor, new TaskToggle(Guid.NewGuid(), seen.Id, seen.Status, seen.IsClosed), own, CancellationToken.None));

    public Task<Result<TaskDeleted>> DeleteAsync(string slug, long task) =>
        member.RunAsync(slug, actor => delete.RunAsync(actor, Guid.NewGuid(), task, CancellationToken.None));

    public Task<Result<Done>> UndoAsync(string slug, Guid change) => member.RunAsync(slug, actor => undo.RunAsync(actor, change, CancellationToken.None));

    /// <summary>Takes back over whatever somebody else put there since.</summary>
    public Task<Result<Done>> UndoOverAsync(string slug, Guid change) => member.RunAsync(slug, actor => undo.RunOverAsync(actor, change, CancellationToken.None));

    /// <summary>Gives a field the value back that somebody had put there in HubSpot and a change wrote over unseen.</summary>
    public Task<Result<Done>> TheirsAsync(string slug, Guid change) => member.RunAsync(slug, actor => theirs.RunAsync(actor, change, CancellationToken.None));

    public Task<Result<Done>> RetryAsync(string slug, Guid change) => member.RunAsync(slug, actor => retry.RunAsync(actor, change, CancellationToken.None));

    public Task<Result<IReadOnlyList<KnownQueue>>> QueuesAsync(string slug, CancellationToken ct) => member.RunAsync(slug, actor => queues.RunAsync(actor, ct), ct);

    public Task<Result<Done>> LetBeAsync(string slug, Guid change) => member.RunAsync(slug, actor => drop.RunAsync(actor, change, CancellationToken.None));
}
