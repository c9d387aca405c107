using System.Collections.Frozen;
using NodaTime.TimeZones;

namespace Dashboard.Application.Tasks.Planning;

/// <summary>
/// Time zones as HubSpot spells them: options of <c>hs_timezone</c> are IANA ids in lower case, with words for the marks an option may not
/// hold: <c>america_slash_port_hyphen_au_hyphen_prince</c>. Seen so in clients that list all options. How
/// <c>hs_task_contact_timezone</c> is spelled is documented nowhere; an id spelled plainly is read as well.
/// </summary>
internal static class HubSpotZones
{
    /// <summary>An id in lower case is not one that an operating system takes. Aliases such as <c>US/Eastern</c> are among them.</summary>
    private static readonly FrozenDictionary<string, string> Ids =
        TzdbDateTimeZoneSource.Default.GetIds().DistinctBy(id => id.ToLowerInvariant()).ToFrozenDictionary(id => id.ToLowerInvariant(), StringComparer.Ordinal);

    /// <returns>An id of the zone database; null for anything else.</returns>
    public static string? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null : Ids.GetValueOrDefault(text.Trim().ToLowerInvariant()
        .Replace("_slash_", "/", StringComparison.Ordinal)
        .Replace("_hyphen_", "-", StringComparison.Ordinal));

    /// <summary>What a zone is called after: <c>US/Mountain</c> is Denver's.</summary>
    public static string City(string id) =>
        (TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(id, out var first) ? first : id).Split('/')[^1].Replace('_', ' ');
}
