namespace Dashboard.Application.People.Settings;

/// <summary>How one person reads a calendar: kept with the person, not with a workspace.</summary>
/// <param name="WeekStart">First column of a week.</param>
/// <param name="Uses12Hours">Times read "2:30 PM" rather than "14:30".</param>
/// <param name="WorkFrom">Begin of a working day, in the person's own zone.</param>
/// <param name="WorkTo">End of it; later than <paramref name="WorkFrom"/>.</param>
/// <param name="HidesFreeDays">Days without work are left out of month, week and team week.</param>
/// <param name="OnFreeDay">What becomes of a task dropped on a day without work.</param>
public sealed record Habits(DayOfWeek WeekStart, bool Uses12Hours, TimeOnly WorkFrom, TimeOnly WorkTo, WorkDays Days, bool HidesFreeDays, FreeDayDrop OnFreeDay)
{
    public static readonly Habits Usual = new(DayOfWeek.Monday, false, new(9, 0), new(17, 0), WorkDays.MondayToFriday, false, FreeDayDrop.Ask);

    /// <summary>What a day's head says of its load.</summary>
    public LoadMeasure LoadBy { get; init; }

    public TaskMinutes Minutes { get; init; } = TaskMinutes.Usual;

    public bool WorksOn(DayOfWeek day) => Days.HasFlag((WorkDays)(1 << (int)day));
}

/// <summary>The days somebody works; bit n is day n of <see cref="DayOfWeek"/>.</summary>
[Flags]
public enum WorkDays
{
    None = 0,
    Sunday = 1,
    Monday = 2,
    Tuesday = 4,
    Wednesday = 8,
    Thursday = 16,
    Friday = 32,
    Saturday = 64,
    MondayToFriday = Monday | Tuesday | Wednesday | Thursday | Friday,
}

/// <summary>What a day's load is counted in.</summary>
public enum LoadMeasure
{
    /// <summary>Time the tasks take, by their types.</summary>
    Hours = 0,
    Tasks = 1,
}

/// <summary>What becomes of a task dropped on a day without work.</summary>
public enum FreeDayDrop
{
    Ask = 0,
    Keep = 1,

    /// <summary>It goes to the next day with work.</summary>
    NextWorkDay = 2,
}
