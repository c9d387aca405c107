using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Board;

/// <summary>What a board reads, each time as the member the session says it is now.</summary>
public sealed class BoardActions(CurrentMember member, ShowBoard show, ShowColumn column)
{
    public Task<Result<BoardView>> ShowAsync(
        string slug, BoardQuery query, OwnTime own, IReadOnlyDictionary<string, CardWindow> windows, bool firstDrawing, CancellationToken ct) =>
        member.RunAsync(slug, actor => show.RunAsync(actor, query, own, windows, ct, firstDrawing), ct);

    public Task<Result<BoardColumn>> ColumnAsync(string slug, BoardQuery query, OwnTime own, string name, CardWindow window, CancellationToken ct) =>
        member.RunAsync(slug, actor => column.RunAsync(actor, query, own, name, window, ct), ct);
}
