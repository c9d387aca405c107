namespace Dashboard.Web.Features.Feeds;

/// <summary>Which calendar program a user agent stands for. A guess, good enough to see that the right one reads a feed.</summary>
public static class ProgramWords
{
    private const int LongestName = 40;

    // The order decides: some claim to be several others too.
    private static readonly (string Mark, string Name)[] Known =
    [
        ("Google-Calendar", "Google Calendar"),
        ("Microsoft.Exchange", "Outlook"),
        ("Outlook", "Outlook"),
        ("Microsoft Office", "Outlook"),
        ("dataaccessd", "Apple Calendar"),
        ("CalendarAgent", "Apple Calendar"),
        ("CalendarStore", "Apple Calendar"),
        ("Thunderbird", "Thunderbird"),
        ("Evolution", "Evolution"),
        ("ICSx5", "ICSx⁵"),
        ("DAVx5", "DAVx⁵"),
        ("Nextcloud", "Nextcloud"),
        ("Mozilla/", "a browser"),
    ];

    /// <summary>The program's own first word where it is none of the known.</summary>
    public static string Of(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
        {
            return "an unknown program";
        }

        var first = userAgent.Trim().Split('/', ' ')[0];
        return Known.FirstOrDefault(k => userAgent.Contains(k.Mark, StringComparison.OrdinalIgnoreCase)).Name ?? first[..Math.Min(first.Length, LongestName)];
    }
}
