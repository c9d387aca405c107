namespace Dashboard.Application.Board;

/// <summary>
/// What a board shows: all of it lives in the address, so that reload, back and sharing keep it.
/// </summary>
public sealed record BoardQuery
{
    public static readonly BoardQuery Default = new();

    public BoardGrouping Group { get; init; }

    public OwnerFilter Owner { get; init; } = OwnerFilter.Me;

    /// <summary>Values of <c>hs_task_status</c>; empty means all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Values of <c>hs_task_type</c>; empty means all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Values of <c>hs_task_priority</c>; empty means all.</summary>
    public IReadOnlyList<string> Priorities { get; init; } = [];

    public DueBucket? Due { get; init; }

    /// <summary>Words that the subject must hold, all of them.</summary>
    public string? Text { get; init; }

    public ClosedWindow Closed { get; init; }

    /// <summary>Whether anything beyond the owner narrows the board.</summary>
    public bool Narrows => Statuses.Count > 0 || Types.Count > 0 || Priorities.Count > 0 || Due is not null || !string.IsNullOrWhiteSpace(Text);
}

/// <summary>Whose tasks: mine, everybody's, nobody's, or one owner's.</summary>
public readonly record struct OwnerFilter(OwnerScope Scope, long OwnerId = 0)
{
    public static readonly OwnerFilter Me = new(OwnerScope.Me);
    public static readonly OwnerFilter Everyone = new(OwnerScope.Everyone);
    public static readonly OwnerFilter Nobody = new(OwnerScope.Nobody);

    public static OwnerFilter One(long ownerId) => new(OwnerScope.One, ownerId);
}

public enum OwnerScope
{
    Me = 0,
    Everyone = 1,
    Nobody = 2,
    One = 3,
}

/// <summary>What the columns stand for.</summary>
public enum BoardGrouping
{
    Status = 0,
    Due = 1,
    Owner = 2,
    Priority = 3,
    Type = 4,
}

/// <summary>How far back closed tasks are shown.</summary>
public enum ClosedWindow
{
    SevenDays = 0,
    Today = 1,
    All = 2,
}
