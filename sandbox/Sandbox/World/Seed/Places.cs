namespace Dashboard.Sandbox.World.Seed;

/// <summary>Where contacts are: of some the portal knows a time zone, of some only a country, of others nothing.</summary>
public static class Places
{
    /// <summary>Some of HubSpot's options: IANA ids in lower case, with words for a slash and a hyphen.</summary>
    public static readonly (string Value, string Label)[] Zones =
    [
        ("us_slash_eastern", "UTC -05:00 US Eastern"),
        ("us_slash_central", "UTC -06:00 US Central"),
        ("us_slash_mountain", "UTC -07:00 US Mountain"),
        ("us_slash_pacific", "UTC -08:00 US Pacific"),
        ("america_slash_new_york", "UTC -05:00 America New York"),
        ("america_slash_denver", "UTC -07:00 America Denver"),
        ("america_slash_phoenix", "UTC -07:00 America Phoenix"),
        ("america_slash_port_hyphen_au_hyphen_prince", "UTC -05:00 America Port-au-Prince"),
        ("america_slash_sao_paulo", "UTC -03:00 America Sao Paulo"),
        ("europe_slash_london", "UTC +00:00 Europe London"),
        ("europe_slash_berlin", "UTC +01:00 Europe Berlin"),
        ("asia_slash_kolkata", "UTC +05:30 Asia Kolkata"),
        ("asia_slash_tokyo", "UTC +09:00 Asia Tokyo"),
        ("australia_slash_sydney", "UTC +10:00 Australia Sydney"),
        ("pacific_slash_auckland", "UTC +12:00 Pacific Auckland"),
    ];

    /// <summary>By turns, so that no other value of the seeded world depends on them.</summary>
    public static readonly (string? Zone, string? Code, string? Country)[] Known =
    [
        ("us_slash_mountain", "US", "United States"),
        (null, "JP", "Japan"),
        (null, null, null),
        ("europe_slash_london", "GB", "United Kingdom"),
        (null, "BR", "Brazil"),
        ("america_slash_phoenix", "US", "United States"),
        (null, null, "USA"),
        ("asia_slash_kolkata", "IN", "India"),
        (null, null, null),
        ("australia_slash_sydney", "AU", "Australia"),
        (null, null, "somewhere in the north"),
    ];
}
