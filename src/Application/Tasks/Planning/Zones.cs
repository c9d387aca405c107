using System.Collections.Concurrent;
using NodaTime;
using NodaTime.TimeZones;

namespace Dashboard.Application.Tasks.Planning;

/// <summary>
/// NodaTime's view of the zones that times are shown in. Made from the very rules that <see cref="TimeZoneInfo"/> holds: a second database of
/// zones could disagree with the first about an hour, and a card would be stored elsewhere than it is shown.
/// </summary>
internal static class Zones
{
    /// <summary>
    /// A time that a clock change leaves out means the first one after it; one that the clock shows twice means the earlier.
    /// Either way the day stays what was picked.
    /// </summary>
    private static readonly ZoneLocalMappingResolver Rule = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly ConcurrentDictionary<string, DateTimeZone> Known = new();

    public static DateTimeZone Of(TimeZoneInfo zone) => Known.GetOrAdd(zone.Id, static (_, info) => BclDateTimeZone.FromTimeZoneInfo(info), zone);

    public static DateTimeOffset Instant(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(time);
        return Of(zone).ResolveLocal(local, Rule).ToInstant().ToDateTimeOffset();
    }

    public static LocalDateTime Local(DateTimeOffset instant, TimeZoneInfo zone) => NodaTime.Instant.FromDateTimeOffset(instant).InZone(Of(zone)).LocalDateTime;
}
