using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Board;

/// <summary>One column of the board: its meaning, its true count and its first cards.</summary>
/// <param name="Zone">Stable name of the place, such as <c>status:COMPLETED</c>; what a drop names.</param>
/// <param name="Count">All cards that the filters let through.</param>
/// <param name="Hidden">Closed ones outside the shown window, stated rather than silently missing.</param>
/// <param name="Skip">How many cards stand above <paramref name="Cards"/>.</param>
/// <param name="NoDrop">Why nothing can be dropped here; null where it can.</param>
public sealed record BoardColumn(string Zone, string Title, int Count, int Hidden, bool IsClosed, string? NoDrop, int Skip, IReadOnlyList<Card> Cards);

/// <summary>What one card shows.</summary>
public sealed record Card(
    long Id,
    string Subject,
    DateTimeOffset? Due,
    DateTimeOffset? CompletedAt,
    bool IsClosed,
    string? Status,
    string? Priority,
    string? Type,
    long? OwnerId,
    long Rank,
    CardRecords Records,
    CardChange Change)
{
    /// <summary>Whom a call is with, as far as HubSpot knows where they are; null for other tasks.</summary>
    public Customer? Customer { get; init; }
}

/// <summary>Names of the associated records a card mentions; equal when they read the same.</summary>
public sealed record CardRecords(string? First, int More)
{
    public static readonly CardRecords None = new(null, 0);
}

/// <summary>Where the newest change made here stands, and what HubSpot said when it refused.</summary>
public sealed record CardChange(Tasks.TaskChangeState State, Guid? Id = null, string? Reason = null, string? CorrelationId = null)
{
    /// <summary>What HubSpot wants set first, by its names, joined with commas.</summary>
    public string? Wants { get; init; }

    public static readonly CardChange Saved = new(Tasks.TaskChangeState.Saved);
}
