using System.Collections.Concurrent;
using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace Dashboard.Application.Tasks.Planning;

/// <summary>
/// The zones of a country, from the zone database's own list. HubSpot's <c>hs_country_region_code</c> holds two letters, <c>country</c>
/// whatever somebody wrote: a name that is not known is no country, and nothing is said.
/// </summary>
internal static class CountryZones
{
    /// <summary>Zones of a country whose clocks agree all through these years count as one. Those that differed before are of no use to a plan.</summary>
    private static readonly Interval Compared = new(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2050, 1, 1, 0, 0));

    private static readonly FrozenDictionary<string, (string Name, string[] Zones)> ByCode = (TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
        .GroupBy(location => location.CountryCode)
        .ToFrozenDictionary(country => country.Key, country => (country.First().CountryName, country.Select(location => location.ZoneId).ToArray()), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> CodeByName = ByCode.Select(country => (country.Value.Name, country.Key))
        .Concat(
        [
            ("USA", "US"), ("United States of America", "US"), ("U.S.", "US"), ("U.S.A.", "US"), ("UK", "GB"), ("United Kingdom", "GB"), ("Great Britain", "GB"),
            ("England", "GB"), ("Scotland", "GB"), ("Wales", "GB"), ("Deutschland", "DE"), ("Czech Republic", "CZ"), ("Czechia", "CZ"), ("South Korea", "KR"),
            ("Republic of Korea", "KR"), ("The Netherlands", "NL"), ("Holland", "NL"), ("Russian Federation", "RU"), ("Viet Nam", "VN"), ("UAE", "AE"),
            ("Turkiye", "TR"), ("Türkiye", "TR"), ("Brasil", "BR"), ("España", "ES"), ("México", "MX"), ("Österreich", "AT"), ("Schweiz", "CH"), ("Hong Kong SAR", "HK"),
        ])
        .DistinctBy(name => name.Item1, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(name => name.Item1, name => name.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<string, Customer?> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="country">Two letters or a name.</param>
    /// <returns>Null for a country that is not known, and for one with a zone that this machine does not have.</returns>
    public static Customer? Of(string? country)
    {
        var name = country?.Trim() ?? "";
        var code = ByCode.ContainsKey(name) ? name : CodeByName.GetValueOrDefault(name);
        return code is null ? null : Known.GetOrAdd(code, Make);
    }

    private static Customer? Make(string code)
    {
        var (name, ids) = ByCode[code];
        var zones = new List<TimeZoneInfo>();
        foreach (var id in ids)
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            {
                return null;
            }

            zones.Add(zone);
        }

        return new Customer($"in {name}", string.Join(' ', zones.DistinctBy(Clock).Select(zone => zone.Id)));
    }

    /// <summary>All that a zone's clock does, as a text to compare.</summary>
    private static string Clock(TimeZoneInfo zone) =>
        string.Join(' ', Zones.Of(zone).GetZoneIntervals(Compared).Select(span => $"{(span.HasStart ? span.Start : Instant.MinValue).ToUnixTimeSeconds()}{span.WallOffset}"));
}
