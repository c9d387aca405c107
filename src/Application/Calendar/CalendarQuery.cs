using Dashboard.Application.Board;

namespace Dashboard.Application.Calendar;

/// <summary>What a calendar shows: all of it lives in the address, so that reload, back and sharing keep it.</summary>
/// <param name="Date">A day of the span that is shown.</param>
/// <param name="Filter">Shared with the board; its window of closed tasks means nothing here.</param>
public sealed record CalendarQuery(CalendarLayout Layout, DateOnly Date, BoardQuery Filter)
{
    /// <summary>Completed tasks stay in their place, muted, unless somebody wants them away.</summary>
    public bool HidesClosed { get; init; }

    /// <summary>Whether what waits for a day is read too; a calendar without it is told nothing of it.</summary>
    public bool HasTray { get; init; } = true;

    /// <summary>The zone whose cards are all listed; others show their first ones.</summary>
    public string? Opened { get; init; }
}

public enum CalendarLayout
{
    Month = 0,
    Week = 1,
    WorkWeek = 2,
    Day = 3,
    Agenda = 4,

    /// <summary>A row per person, a column per day.</summary>
    Team = 5,
}
