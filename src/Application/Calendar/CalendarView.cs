using Dashboard.Application.Board;
using Dashboard.Application.Calendar.Load;
using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Calendar;

/// <summary>A calendar as read at one moment.</summary>
/// <param name="Days">The columns, or the cells of a month, in order; days that somebody hides are left out.</param>
/// <param name="Cells">Everything cards can lie in, by zone.</param>
/// <param name="People">Rows of a team week; null stands for nobody. Empty in other layouts.</param>
/// <param name="Shown">Tasks in the span, listed or counted.</param>
/// <param name="HasTasks">Whether the workspace has any task at all, wherever it lies.</param>
/// <param name="OnHiddenDays">Tasks on days that somebody hides: stated, never silently missing.</param>
public sealed record CalendarView(
    CalendarQuery Query,
    CalendarRange Range,
    IReadOnlyList<DateOnly> Days,
    IReadOnlyDictionary<string, CalendarCell> Cells,
    IReadOnlyList<long?> People,
    IReadOnlyList<TrayPart> Tray,
    PortalWords Words,
    DueBuckets Due,
    int Shown,
    int OnHiddenDays,
    bool HasTasks,
    BoardFreshness Freshness)
{
    /// <summary>What each day holds of open tasks; in a team week each cell says its own.</summary>
    public IReadOnlyDictionary<DateOnly, DayLoad> Loads { get; init; } = new Dictionary<DateOnly, DayLoad>();
}

/// <summary>One place of a calendar: a day, its hours, or a person's day.</summary>
/// <param name="Zone">Stable name, such as <c>day:2026-11-24</c>; what a drop names.</param>
/// <param name="Count">All of its tasks that the filters let through.</param>
/// <param name="Open">Of these, those not completed.</param>
public sealed record CalendarCell(string Zone, DateOnly Day, int Count, int Open, IReadOnlyList<PlannedCard> Cards)
{
    /// <summary>Whose day it is, in a team week.</summary>
    public long? OwnerId { get; init; }

    /// <summary>What its open tasks take, by their types; only in a team week.</summary>
    public int Minutes { get; init; }

    /// <summary>A person's day; null where the cell is nobody's alone.</summary>
    public DayLoad? Load => OwnerId is null ? null : new(Day, Open, Minutes, 1, Minutes);

    /// <summary>What comes that day but is no task yet; in no count.</summary>
    public IReadOnlyList<Ghost> Ghosts { get; init; } = [];

    public int More => Count - Cards.Count;
}

/// <summary>A card and where its due instant stands in the viewer's calendar.</summary>
public sealed record PlannedCard(Card Card, PlannedTime At);

/// <summary>What waits beside the calendar for a day.</summary>
/// <param name="NoDrop">Why nothing can be dropped here; null where it can.</param>
public sealed record TrayPart(string Zone, string Title, int Count, string? NoDrop, IReadOnlyList<PlannedCard> Cards)
{
    public int More => Count - Cards.Count;
}
