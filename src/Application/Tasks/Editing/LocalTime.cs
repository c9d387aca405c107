using System.Globalization;
using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Tasks.Editing;

/// <summary>Times as people write them in forms, in their own zone.</summary>
public static class LocalTime
{
    private static readonly string[] WithTime = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>
    /// The instant of a time on the clock. One that a clock change leaves out means the first one after, one that the clock shows twice the earlier.
    /// </summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time, TimeZoneInfo zone) => Zones.Instant(day, time, zone);

    public static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) => PlannedTime.Of(instant, zone).Day;

    public static TimeOnly Time(DateTimeOffset instant, TimeZoneInfo zone) => PlannedTime.Of(instant, zone).Time;

    /// <summary>
    /// Reads what a form holds: a date, a date and a time of <paramref name="zone"/>, or an instant as HubSpot writes it. Null for anything else.
    /// </summary>
    /// <param name="time">The time of a date that has none.</param>
    public static DateTimeOffset? Read(string text, TimeZoneInfo zone, TimeOnly time)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return IsFar(day.Year) ? null : Instant(day, time, zone);
        }

        if (DateTime.TryParseExact(text, WithTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return IsFar(local.Year) ? null : Instant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), zone);
        }

        return text.EndsWith('Z') || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? TaskProperty.Instant(text) : null;
    }

    /// <summary>No planning reaches there, and HubSpot's own screens show nonsense.</summary>
    public static bool IsFar(int year) => year is < 1971 or > 2199;
}
