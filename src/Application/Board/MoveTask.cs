using Dashboard.Application.Board.Columns;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board;

/// <summary>
/// A card was put somewhere: into another column, between two cards, or both. Stored before it returns; HubSpot hears of it a moment later.
/// Places inside a column are ours alone, so a move inside its column sends nothing.
/// </summary>
public sealed class MoveTask(IDashboardDbs dbs, ChangeQueue queue, TimeProvider clock)
{
    public async Task<Result<MovedTask>> RunAsync(Actor actor, TaskMove move, TimeZoneInfo zone, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "move tasks") is { } forbidden)
        {
            return forbidden;
        }

        await using var db = dbs.Open(actor.Workspace);
        var task = await db.Tasks.SingleOrDefaultAsync(t => t.Id == move.TaskId, ct);
        if (task is null)
        {
            return new Failure.NotFound("This task");
        }

        var words = await PortalWords.LoadAsync(db, ct);
        var due = new DueBuckets(clock.GetUtcNow(), zone);
        var meaning = BoardZone.Meaning(move.Zone, task, words, due);
        if (!meaning.Ok)
        {
            return meaning.Failure;
        }

        // A day that the card already stands on needs no new time.
        var stays = move.FromZone == move.Zone;
        var values = stays ? [] : new Dictionary<string, string?>([meaning.Value]);
        var closes = values.TryGetValue(TaskProperty.Status, out var status) ? words.Statuses.IsClosed(status) : task.IsClosed;
        var scope = new BoardScope(actor, new BoardQuery { Group = BoardZone.GroupOf(move.Zone), Owner = OwnerFilter.Everyone }, due, words);
        var column = ColumnSpec.Of(scope, []).FirstOrDefault(c => c.Zone == move.Zone)?.Rows(scope.Filtered(db)) ?? scope.Filtered(db);
        var rank = await CardOrder.BetweenAsync(column, db, move, closes, ct);
        var change = await queue.AcceptAsync(db, actor, task, new Intent(move.Operation, values, rank), ct);
        return new MovedTask(change?.Id, words.Statuses.Label(task.Status));
    }
}

/// <summary>A drop as the browser tells it.</summary>
/// <param name="Operation">One per gesture, so that a message sent twice moves once.</param>
/// <param name="Above">The card it was put under, when one is there.</param>
/// <param name="Below">The card it was put over, when one is there. Without either, the card goes to its natural place.</param>
public sealed record TaskMove(Guid Operation, long TaskId, string FromZone, string Zone, long? Above = null, long? Below = null);

/// <param name="Change">The change on its way to HubSpot, for undo; null when only the place inside the column changed.</param>
public sealed record MovedTask(Guid? Change, string Status);
