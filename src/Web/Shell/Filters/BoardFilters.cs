using Dashboard.Application.Board;
using Dashboard.Application.Tasks;

namespace Dashboard.Web.Shell.Filters;

/// <summary>One filter of a board: what it is called, what it says, and the board without it.</summary>
/// <param name="Key">Tells it from others that may read the same: a portal can give two types one label.</param>
public sealed record BoardFilter(string Name, string Value, BoardQuery Without, string Key = "")
{
    public string Spoken => $"{Name} {Value}";
}

/// <summary>
/// The filters somebody chose. "Me" and "7 days" are where everybody begins and "Everyone" hides nothing, so they are none. Without a
/// chosen owner the board is everyone's: taking a filter away never hides a card.
/// </summary>
public static class BoardFilters
{
    public static IReadOnlyList<BoardFilter> In(BoardQuery query, PortalWords words) => [.. Each(query, words)];

    /// <summary>The board with none of them; grouping stays.</summary>
    public static BoardQuery Cleared(BoardQuery query) => BoardQuery.Default with
    {
        Group = query.Group,
        Owner = query.Owner.Scope is OwnerScope.Me ? OwnerFilter.Me : OwnerFilter.Everyone,
    };

    private static IEnumerable<BoardFilter> Each(BoardQuery query, PortalWords words)
    {
        if (query.Owner.Scope is OwnerScope.One or OwnerScope.Nobody)
        {
            yield return new("Owner", words.OwnerName(query.Owner.Scope == OwnerScope.Nobody ? null : query.Owner.OwnerId), query with { Owner = OwnerFilter.Everyone });
        }

        if (query.Due is { } due)
        {
            yield return new("Due", BoardWords.NameOf(due), query with { Due = null });
        }

        foreach (var status in query.Statuses)
        {
            yield return new("Status", words.Label(TaskProperty.Status, status), query with { Statuses = [.. query.Statuses.Where(other => other != status)] }, status);
        }

        foreach (var type in query.Types)
        {
            yield return new("Type", words.Label(TaskProperty.Type, type), query with { Types = [.. query.Types.Where(other => other != type)] }, type);
        }

        foreach (var priority in query.Priorities)
        {
            yield return new("Priority", words.Label(TaskProperty.Priority, priority), query with { Priorities = [.. query.Priorities.Where(other => other != priority)] }, priority);
        }

        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            yield return new("Search", query.Text, query with { Text = null });
        }

        if (query.Closed != BoardQuery.Default.Closed)
        {
            yield return new("Completed", query.Closed == ClosedWindow.Today ? "Today" : "All", query with { Closed = BoardQuery.Default.Closed });
        }
    }
}
