using System.Globalization;

namespace Dashboard.Application.People.Settings;

/// <summary>How somebody reads a clock: in their zone, with 12 or 24 hours. Whatever makes words of an instant is handed one.</summary>
/// <param name="Zone">The person's zone.</param>
/// <param name="Uses12Hours">"2:30 PM" rather than "14:30".</param>
public readonly record struct ClockFace(TimeZoneInfo Zone, bool Uses12Hours)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public string Time(TimeOnly time) => time.ToString(Uses12Hours ? "h:mm tt" : "HH:mm", Culture);

    public string Time(DateTimeOffset instant) => Time(TimeOnly.FromDateTime(Local(instant).DateTime));

    /// <summary>A day in the given format, and the time after it.</summary>
    public string Words(DateTimeOffset instant, string day) => $"{Local(instant).ToString(day, Culture)} {Time(instant)}";

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}
