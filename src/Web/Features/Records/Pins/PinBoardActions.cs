using Dashboard.Application.Board;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Links.Pins;
using Dashboard.Application.Tasks;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Records.Pins;

/// <summary>What the page of all pins can ask for, each time as the member the session says it is now.</summary>
public sealed class PinBoardActions(CurrentMember member, IDashboardDbs dbs, ShowPins show, ShowRecord record, ShowConnection connection, TimeProvider clock)
{
    public Task<Result<PinSheet>> ShowAsync(string slug, CancellationToken ct) => member.RunAsync<PinSheet>(
        slug,
        async actor =>
        {
            var board = await show.RunAsync(actor, ct);
            if (!board.Ok)
            {
                return board.Failure;
            }

            await using var db = dbs.Open(actor.Workspace);
            var signs = await TaskSign.LoadAsync(db, board.Value.Pins.Select(p => p.Task).OfType<CrmTask>(), ct);
            return new PinSheet(board.Value, await PortalWords.LoadAsync(db, ct), signs, await connection.RunAsync(actor, ct), clock.GetUtcNow());
        },
        ct);

    /// <summary>The record's own open tasks, the pinned one left out.</summary>
    public Task<Result<IReadOnlyList<CrmTask>>> OpenTasksAsync(string slug, string objectType, long id, CancellationToken ct) => member.RunAsync<IReadOnlyList<CrmTask>>(
        slug,
        async actor =>
        {
            var read = await record.RunAsync(actor, objectType, id, [], ct);
            return read.Ok ? read.Value.Tasks.Where(t => !t.IsClosed).ToList() : read.Failure;
        },
        ct);
}

/// <param name="Signs">By task, where a change made here is not settled.</param>
/// <param name="Connection">Null when the workspace is not connected.</param>
public sealed record PinSheet(PinBoard Board, PortalWords Words, IReadOnlyDictionary<long, TaskSign> Signs, ConnectionView? Connection, DateTimeOffset Now)
{
    /// <summary>Pins that ask for somebody first, then those that are well, then what has none.</summary>
    public IReadOnlyList<PinEntry> Entries { get; } =
        [.. Board.Pins.Concat(Board.Missing).OrderBy(e => e.State switch { PinState.Done => 0, PinState.Stale => 1, PinState.Live => 2, _ => 3 })];
}
