using System.Globalization;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Board;

/// <summary>
/// Zones of a calendar: <c>day:2026-11-24</c> (the time of day stays), <c>allday:2026-11-24</c> (any time that day),
/// <c>slot:2026-11-24T09:30</c>, <c>someday:</c>. All in the zone of whoever looks.
/// </summary>
internal static class DayZone
{
    /// <returns>Null for what is no such zone.</returns>
    public static DateTimeOffset? Instant(string kind, string value, DateTimeOffset? due, OwnTime own) => kind switch
    {
        "day" when Day(value) is { } day => PlannedTime.Moved(due, day, own),
        "allday" when Day(value) is { } day => new PlannedTime(day, PlannedTime.AnyTime).Instant(own.Zone),
        "slot" when Slot(value) is { } slot => slot.Instant(own.Zone),
        "someday" when value.Length == 0 => Someday.Instant(own.Zone),
        _ => null,
    };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && !LocalTime.IsFar(day.Year) ? day : null;

    private static PlannedTime? Slot(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var slot) && !LocalTime.IsFar(slot.Year)
            ? new PlannedTime(DateOnly.FromDateTime(slot), TimeOnly.FromDateTime(slot))
            : null;
}
