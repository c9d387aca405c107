using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Board;

/// <summary>
/// Boards and calendars as they were read a moment ago: a page load asks more than once, and a signal makes every open page ask at once. Any
/// signal of a workspace empties its shelf, and nothing is given for longer than <see cref="Longest"/>, for writes of another process send no
/// signal here.
/// </summary>
public sealed class BoardCache(IWorkspaceFeed feed, TimeProvider clock) : IDisposable
{
    public const int MostBoards = 200;

    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>For the first drawing of a live page, which must equal the page drawn before it; it reads again right after.</summary>
    public static readonly TimeSpan FirstDrawing = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly Dictionary<WorkspaceId, Shelf> shelves = [];
    private int kept;

    /// <summary>The view read last, or a new reading that others may share. <paramref name="read"/> must not end with the asker.</summary>
    public Task<TView> GetAsync<TView>(KeptKey<TView> key, Func<Task<TView>> read, TimeSpan oldest, CancellationToken ct)
    {
        lock (gate)
        {
            var shelf = ShelfOf(key.Workspace);
            var now = clock.GetUtcNow();
            if (shelf.Views.TryGetValue(key, out var view) && view.ReadAt + oldest > now && view.Reading is Task<TView> { IsFaulted: false } earlier)
            {
                return earlier.WaitAsync(ct);
            }

            // Away from the lock: the embedded database reads on the caller's thread.
            var reading = Task.Run(read, CancellationToken.None);
            kept += shelf.Views.ContainsKey(key) ? 0 : 1;
            shelf.Views[key] = new Kept(reading, now);
            return reading.WaitAsync(ct);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            ForgetAll();
        }
    }

    private Shelf ShelfOf(WorkspaceId workspace)
    {
        if (kept >= MostBoards || shelves.Count >= MostBoards)
        {
            ForgetAll();
        }

        if (!shelves.TryGetValue(workspace, out var shelf))
        {
            // Heard from here on, so before anything is read.
            shelves[workspace] = shelf = new Shelf(feed.Subscribe(workspace, _ => Empty(workspace)));
        }

        return shelf;
    }

    /// <summary>A reading under way began before the signal: those who asked for it get it, nobody after them.</summary>
    private void Empty(WorkspaceId workspace)
    {
        lock (gate)
        {
            if (shelves.TryGetValue(workspace, out var shelf))
            {
                kept -= shelf.Views.Count;
                shelf.Views.Clear();
            }
        }
    }

    private void ForgetAll()
    {
        foreach (var shelf in shelves.Values)
        {
            shelf.Hearing.Dispose();
        }

        shelves.Clear();
        kept = 0;
    }

    private sealed record Shelf(IDisposable Hearing)
    {
        public Dictionary<object, Kept> Views { get; } = [];
    }

    private readonly record struct Kept(Task Reading, DateTimeOffset ReadAt);
}

/// <summary>A question whose answer may be kept for a moment: two that are equal have the same answer.</summary>
public abstract record KeptKey<TView>(WorkspaceId Workspace);

/// <summary>All that a board's content depends on beside the index and the moment. Whoever may ask the same sees the same.</summary>
public sealed record BoardKey(WorkspaceId Workspace, BoardGrouping Group, OwnerFilter Owner, ClosedWindow Closed, string Zone, DayOfWeek WeekStart) : KeptKey<BoardView>(Workspace)
{
    /// <returns>Null for boards too much of one's own to be kept: narrowed by filters, or scrolled.</returns>
    public static BoardKey? Of(Actor actor, BoardQuery query, OwnTime own, IReadOnlyDictionary<string, CardWindow> windows) =>
        windows.Count > 0 || query.Narrows ? null : new BoardKey(actor.Workspace, query.Group, BoardScope.OwnerOf(actor, query), query.Closed, own.Zone.Id, own.Habits.WeekStart);
}
