namespace Dashboard.Application.People.Settings;

/// <summary>A person's settings as they are kept, or are to be.</summary>
/// <param name="TimeZone">IANA name; null for the zone the browser says.</param>
public sealed record KeptSettings(string? TimeZone, Habits Habits)
{
    public static readonly KeptSettings None = new(null, Habits.Usual);
}
