using Dashboard.Application.Board.Moving;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Cards;

/// <summary>What can be done to cards wherever they lie, each time as the member the session says it is now. A change that arrived is stored, even when the page that told it is being left.</summary>
public sealed class CardActions(CurrentMember member, MoveTask move, UndoChange undo, RetryChange retry, DropChange drop, UndoBulk undoRun)
{
    public Task<Result<MovedTask>> MoveAsync(string slug, TaskMove what, OwnTime own) =>
        member.RunAsync(slug, actor => move.RunAsync(actor, what, own, CancellationToken.None), CancellationToken.None);

    public Task<Result<Done>> UndoAsync(string slug, Guid change) =>
        member.RunAsync(slug, actor => undo.RunAsync(actor, change, CancellationToken.None), CancellationToken.None);

    /// <summary>Takes all cards of one gesture back.</summary>
    public Task<Result<BulkUndone>> UndoRunAsync(string slug, Guid run) =>
        member.RunAsync(slug, actor => undoRun.RunAsync(actor, run, CancellationToken.None), CancellationToken.None);

    public Task<Result<Done>> RetryAsync(string slug, Guid change) =>
        member.RunAsync(slug, actor => retry.RunAsync(actor, change, CancellationToken.None), CancellationToken.None);

    public Task<Result<Done>> LetBeAsync(string slug, Guid change) =>
        member.RunAsync(slug, actor => drop.RunAsync(actor, change, CancellationToken.None), CancellationToken.None);
}
