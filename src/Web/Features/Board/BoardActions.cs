using Dashboard.Application.Board;
using Dashboard.Application.Board.Moving;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Board;

/// <summary>What a board can ask for, each time as the member the session says it is now. A change that arrived is stored, even when the page that told it is being left.</summary>
public sealed class BoardActions(
    CurrentMember member, ShowBoard show, ShowColumn column, MoveTask move, UndoChange undo, RetryChange retry, DropChange drop, UndoBulk undoRun)
{
    public Task<Result<BoardView>> ShowAsync(
        string slug, BoardQuery query, TimeZoneInfo zone, IReadOnlyDictionary<string, CardWindow> windows, bool firstDrawing, CancellationToken ct) =>
        member.RunAsync(slug, actor => show.RunAsync(actor, query, zone, windows, ct, firstDrawing), ct);

    public Task<Result<BoardColumn>> ColumnAsync(string slug, BoardQuery query, TimeZoneInfo zone, string name, CardWindow window, CancellationToken ct) =>
        member.RunAsync(slug, actor => column.RunAsync(actor, query, zone, name, window, ct), ct);

    public Task<Result<MovedTask>> MoveAsync(string slug, TaskMove what, TimeZoneInfo zone) =>
        member.RunAsync(slug, actor => move.RunAsync(actor, what, zone, CancellationToken.None), CancellationToken.None);

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
