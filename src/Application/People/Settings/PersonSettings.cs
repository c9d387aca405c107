namespace Dashboard.Application.People.Settings;

/// <summary>What one person set, on every device and in every workspace. No row: nothing was set yet.</summary>
public sealed class PersonSettings
{
    /// <summary>An IANA name is at most this long.</summary>
    public const int LongestZone = 64;

    /// <summary>Of the six numbers.</summary>
    public const int LongestMinutes = 32;

    public required Guid PersonId { get; init; }

    /// <summary>IANA name of the zone; null for the one the browser says.</summary>
    public string? TimeZone { get; private set; }

    public DayOfWeek WeekStart { get; private set; }

    public bool Uses12Hours { get; private set; }

    public TimeOnly WorkFrom { get; private set; }

    public TimeOnly WorkTo { get; private set; }

    public WorkDays Days { get; private set; }

    public bool HidesFreeDays { get; private set; }

    public FreeDayDrop OnFreeDay { get; private set; }

    public LoadMeasure LoadBy { get; private set; }

    /// <summary>As <see cref="TaskMinutes.Text"/>; null for the usual.</summary>
    public string? Minutes { get; private set; }

    public Habits Habits() => new(WeekStart, Uses12Hours, WorkFrom, WorkTo, Days, HidesFreeDays, OnFreeDay) { LoadBy = LoadBy, Minutes = TaskMinutes.Read(Minutes) };

    public void Take(KeptSettings wanted)
    {
        TimeZone = wanted.TimeZone;
        (WeekStart, Uses12Hours, WorkFrom, WorkTo, Days, HidesFreeDays, OnFreeDay) = wanted.Habits;
        LoadBy = wanted.Habits.LoadBy;
        Minutes = wanted.Habits.Minutes == TaskMinutes.Usual ? null : wanted.Habits.Minutes.Text;
    }
}
