namespace Dashboard.Application.People.Settings;

/// <summary>The time somebody plans in: their zone, and what they made of week, clock and working day. A use case that reckons with days is handed one.</summary>
/// <param name="Zone">The person's zone.</param>
public readonly record struct OwnTime(TimeZoneInfo Zone, Habits Habits)
{
    /// <summary>For words that hold a time.</summary>
    public ClockFace Clock => new(Zone, Habits.Uses12Hours);

    /// <summary>When a date has no time, it means the end of the working day.</summary>
    public TimeOnly EndOfWork => Habits.WorkTo;

    /// <summary>With the usual habits: for whoever set none, and where nobody is known.</summary>
    public static implicit operator OwnTime(TimeZoneInfo zone) => new(zone, Habits.Usual);
}
