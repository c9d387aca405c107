using Dashboard.Application.Board.Columns;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Moving;

/// <summary>
/// A card was put somewhere: into another column, between two cards, or both. Stored before it returns; HubSpot hears of it a moment later.
/// Places inside a column are ours alone, so a move inside its column sends nothing.
/// </summary>
public sealed class MoveTask(IDashboardDbs dbs, ChangeQueue queue, TimeProvider clock)
{
    public async Task<Result<MovedTask>> RunAsync(Actor actor, TaskMove move, OwnTime own, CancellationToken ct)
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
        var due = new DueBuckets(clock.GetUtcNow(), own);
        var meaning = BoardZone.Meaning(move.Zone, task, words, due);
        if (!meaning.Ok)
        {
            return meaning.Failure;
        }

        var at = (Words: words, Due: due);

        // A day that the card already stands on needs no new time.
        var stays = move.FromZone == move.Zone;
        // The same drop told again is no clash with itself; asked only of a card that stands elsewhere, for every drop comes by here.
        (string Property, string? Value)? meanwhile =
            Meanwhile.Of(move, task, words, meaning.Value) is { } elsewhere && !await db.Changes.AnyAsync(c => c.Id == move.Operation, ct) ? elsewhere : null;
        if (stays && meanwhile is { } gone)
        {
            return new MovedTask(null, words.Statuses.Label(task.Status), await Meanwhile.TellAsync(db, task.Id, gone, at, null, ct));
        }

        // Told before our own change is the newest.
        var to = string.Join(", ", meaning.Value.Select(set => Meanwhile.Title(set.Key, set.Value, at)));
        var told = meanwhile is { } clash ? await Meanwhile.TellAsync(db, task.Id, clash, at, to, ct) : null;
        var change = await AcceptAsync(db, actor, task, move, stays ? new Dictionary<string, string?>() : meaning.Value, at, ct);
        return new MovedTask(change?.Id, to, told) { Waits = change?.State == ChangeState.Wanting };
    }

    private async Task<Change?> AcceptAsync(
        IDashboardDb db, Actor actor, CrmTask task, TaskMove move, IReadOnlyDictionary<string, string?> values, (PortalWords Words, DueBuckets Due) at, CancellationToken ct)
    {
        var closes = values.TryGetValue(TaskProperty.Status, out var status) ? at.Words.Statuses.IsClosed(status) : task.IsClosed;
        var scope = new BoardScope(actor, new BoardQuery { Group = BoardZone.GroupOf(move.Zone), Owner = OwnerFilter.Everyone }, at.Due, at.Words);
        // Days order their cards by the clock: only a place between two cards has a rank.
        var column = ColumnSpec.Of(scope, []).FirstOrDefault(c => c.Zone == move.Zone)?.Rows(scope.Filtered(db)) ?? scope.Filtered(db);
        var rank = await CardOrder.BetweenAsync(column, db, move, closes, ct);
        return await queue.AcceptAsync(db, actor, task, new Intent(move.Operation, values, rank, Batch: move.Gesture), ct);
    }
}

/// <summary>A drop as the browser tells it.</summary>
/// <param name="Operation">One per gesture, so that a message sent twice moves once.</param>
/// <param name="Above">The card it was put under, when one is there.</param>
/// <param name="Below">The card it was put over, when one is there. Without either, the card goes to its natural place.</param>
public sealed record TaskMove(Guid Operation, long TaskId, string FromZone, string Zone, long? Above = null, long? Below = null)
{
    /// <summary>The due instant the person saw, where the drop changes it.</summary>
    public DateTimeOffset? SeenDue { get; init; }

    /// <summary>The gesture that carried several cards at once; they are shown, asked about and taken back together.</summary>
    public Guid? Gesture { get; init; }
}

/// <param name="Change">The change on its way to HubSpot, for undo; null when only the place inside the column changed.</param>
/// <param name="To">Where it is now, in the words of the place.</param>
/// <param name="Meanwhile">What to tell when somebody else had moved the card since it was lifted.</param>
public sealed record MovedTask(Guid? Change, string To, string? Meanwhile = null)
{
    /// <summary>Nothing was sent yet: HubSpot wants another field set first.</summary>
    public bool Waits { get; init; }
}
