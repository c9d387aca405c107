namespace Dashboard.Application.Tasks.Planning;

/// <summary>
/// "Not now, but keep it": HubSpot wants a due date of every task, so what is put off without one gets a day that nobody plans for, and
/// everybody who sees it in HubSpot knows what it means.
/// </summary>
public static class Someday
{
    public static readonly DateOnly Day = new(2099, 12, 31);

    /// <summary>From here on a due date means someday, whoever set it. UTC.</summary>
    public static readonly DateTimeOffset From = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Instant(TimeZoneInfo zone) => new PlannedTime(Day, new TimeOnly(12, 0)).Instant(zone);
}
