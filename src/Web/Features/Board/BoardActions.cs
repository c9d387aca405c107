using Dashboard.Application.Board;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Board;

/// <summary>What a board can ask for, each time as the member the session says it is now.</summary>
public sealed class BoardActions(
    CurrentMember member, ShowBoard show, ShowColumn column, MoveTask move, UndoChange undo, RetryChange retry, DropChange drop)
{
    private static readonly Failure Gone = new Failure.NotFound("This workspace");

    public Task<Result<BoardView>> ShowAsync(
        string slug, BoardQuery query, TimeZoneInfo zone, IReadOnlyDictionary<string, CardWindow> windows, bool firstDrawing, CancellationToken ct) =>
        AsMemberAsync(slug, actor => show.RunAsync(actor, query, zone, windows, ct, firstDrawing), ct);

    public Task<Result<BoardColumn>> ColumnAsync(string slug, BoardQuery query, TimeZoneInfo zone, string name, CardWindow window, CancellationToken ct) =>
        AsMemberAsync(slug, actor => column.RunAsync(actor, query, zone, name, window, ct), ct);

    /// <summary>A move that arrived is stored, even when the page that told it is being left.</summary>
    public Task<Result<MovedTask>> MoveAsync(string slug, TaskMove what, TimeZoneInfo zone) =>
        AsMemberAsync(slug, actor => move.RunAsync(actor, what, zone, CancellationToken.None), CancellationToken.None);

    public Task<Result<Done>> UndoAsync(string slug, Guid change) =>
        AsMemberAsync(slug, actor => undo.RunAsync(actor, change, CancellationToken.None), CancellationToken.None);

    public Task<Result<Done>> RetryAsync(string slug, Guid change, CancellationToken ct) =>
        AsMemberAsync(slug, actor => retry.RunAsync(actor, change, ct), ct);

    public Task<Result<Done>> LetBeAsync(string slug, Guid change, CancellationToken ct) =>
        AsMemberAsync(slug, actor => drop.RunAsync(actor, change, ct), ct);

    private async Task<Result<T>> AsMemberAsync<T>(string slug, Func<Actor, Task<Result<T>>> run, CancellationToken ct)
    {
        try
        {
            return await member.FindAsync(slug, ct) is { } actor ? await run(actor) : Gone;
        }
        catch (NotSavedException busy)
        {
            return new Failure.Unavailable(busy.Message);
        }
    }
}
