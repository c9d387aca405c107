using System.Collections.Concurrent;
using System.Globalization;
using Dashboard.Application.People.Settings;

namespace Dashboard.Application.Tasks.Planning;

/// <summary>
/// Where the customer of a task is, as far as HubSpot knows, told by the clocks there. Equal when the same is known: cards that hold one
/// are compared.
/// </summary>
/// <param name="Where">"on Denver time" for a zone, which is no claim about a city; "in Brazil" for a country.</param>
/// <param name="Zones">Ids of the zones, joined with a space: one, or all of a country whose clocks differ.</param>
public sealed record Customer(string Where, string Zones)
{
    /// <summary>When customers are called: their own local hours, not those of whoever calls.</summary>
    public static readonly TimeOnly From = new(8, 0);

    /// <summary>From here on it is too late.</summary>
    public static readonly TimeOnly To = new(18, 0);

    private static readonly ConcurrentDictionary<string, Customer?> Known = new();

    /// <param name="taskZone"><c>hs_task_contact_timezone</c>, which HubSpot works out itself.</param>
    /// <param name="contactZone"><c>hs_timezone</c> of the first associated contact.</param>
    /// <param name="country"><c>hs_country_region_code</c> or <c>country</c> of the same contact.</param>
    /// <returns>Null where nothing is known: then nothing is said.</returns>
    public static Customer? Of(string? taskZone, string? contactZone, string? country) =>
        InZone(HubSpotZones.Read(taskZone)) ?? InZone(HubSpotZones.Read(contactZone)) ?? CountryZones.Of(country);

    /// <summary>Within the hours somewhere they may be: of a country with several zones nobody knows which one.</summary>
    public bool TakesCalls(DateTimeOffset at) => All().Any(zone => PlannedTime.Of(at, zone).Time is var time && time >= From && time < To);

    /// <summary>"06:10", "06:10–09:10" for a country of several zones; with the day of the week where it is another than for whoever reads.</summary>
    public string Time(DateTimeOffset at, ClockFace clock)
    {
        var here = PlannedTime.Of(at, clock.Zone).Day;
        var local = All().Select(zone => PlannedTime.Of(at, zone)).OrderBy(there => there.Day).ThenBy(there => there.Time).ToList();
        return local[0] == local[^1] ? Word(local[0]) : $"{Word(local[0])}–{Word(local[^1])}";

        string Word(PlannedTime there) =>
            (there.Day == here ? "" : there.Day.ToString("ddd ", CultureInfo.InvariantCulture)) + clock.Time(there.Time);
    }

    /// <summary>"06:10 for the customer on Phoenix time".</summary>
    public string Words(DateTimeOffset at, ClockFace clock) => $"{Time(at, clock)} for the customer {Where}";

    private static Customer? InZone(string? id) => id is null ? null : Known.GetOrAdd(id, static known =>
        TimeZoneInfo.TryFindSystemTimeZoneById(known, out _) ? new Customer($"on {HubSpotZones.City(known)} time", known) : null);

    private IEnumerable<TimeZoneInfo> All() => Zones.Split(' ').Select(TimeZoneInfo.FindSystemTimeZoneById);
}
