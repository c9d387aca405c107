using System.Globalization;
using NodaTime.TimeZones;

namespace Dashboard.Application.People.Settings;

/// <summary>The time zones somebody can keep: those of the tz database that this machine can reckon with (https://www.iana.org/time-zones).</summary>
public static class TimeZones
{
    private const string Utc = "Etc/UTC";
    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;
    private static readonly Lazy<IReadOnlyList<Place>> Places = new(ListPlaces);

    /// <summary>Whether it is a name of the tz database, old names included, and not only a name of Windows.</summary>
    public static bool IsKnown(string id) =>
        id.Length <= PersonSettings.LongestZone && Source.CanonicalIdMap.ContainsKey(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    /// <summary>Whether two names stand for one zone, as Asia/Calcutta and Asia/Kolkata do.</summary>
    public static bool AreOne(string one, string other) => Canonical(one) == Canonical(other);

    /// <summary>As people read it.</summary>
    public static string Name(string id) => id == Utc ? "UTC" : id.Replace('_', ' ');

    /// <summary>Zones whose name, former name or country holds every word; those whose city begins with the text first.</summary>
    public static IReadOnlyList<ZoneFind> Find(string text, DateTimeOffset now, int most)
    {
        var words = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = string.Join(' ', words);
        return
        [
            .. Places.Value.Where(place => words.All(word => place.Text.Contains(word, StringComparison.Ordinal)))
                .OrderByDescending(place => place.City.StartsWith(start, StringComparison.Ordinal))
                .ThenBy(place => place.Id, StringComparer.Ordinal)
                .Take(most)
                .Select(place => new ZoneFind(place.Id, place.Country, TimeZoneInfo.FindSystemTimeZoneById(place.Id).GetUtcOffset(now))),
        ];
    }

    private static string Canonical(string id) => Source.CanonicalIdMap.TryGetValue(id, out var canonical) ? canonical : id;

    private static List<Place> ListPlaces()
    {
        var formers = Source.CanonicalIdMap.ToLookup(pair => pair.Value, pair => pair.Key);
        var listed = Source.ZoneLocations?.Select(location => (Id: location.ZoneId, Country: location.CountryName)) ?? [];
        var ids = listed.Append((Id: Utc, Country: "")).Where(place => IsKnown(place.Id)).ToList();
        var names = ids.Select(place => place.Id).ToHashSet(StringComparer.Ordinal);
        return ids.ConvertAll(place => new Place(
            place.Id,
            place.Country,
            Plain(place.Id[(place.Id.LastIndexOf('/') + 1)..]),
            // A name listed by itself, as Europe/Oslo beside Europe/Berlin, is no former name of the other.
            Plain($"{place.Id} {place.Country} {string.Join(' ', formers[place.Id].Where(former => !names.Contains(former)))}")));
    }

    private static string Plain(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        .Select(letter => letter is '_' or '/' ? ' ' : char.ToLowerInvariant(letter)));

    private sealed record Place(string Id, string Country, string City, string Text);
}

/// <summary>A zone to choose.</summary>
/// <param name="Country">Where it is; empty for UTC.</param>
/// <param name="Offset">From UTC, at the moment of the search.</param>
public sealed record ZoneFind(string Id, string Country, TimeSpan Offset);
