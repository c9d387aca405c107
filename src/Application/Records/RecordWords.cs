namespace Dashboard.Application.Records;

/// <summary>What HubSpot's own types of record are called; a portal's own types have names of their own.</summary>
public static class RecordWords
{
    public static string One(string objectType) => objectType switch
    {
        "0-1" => "Contact",
        "0-2" => "Company",
        "0-3" => "Deal",
        "0-5" => "Ticket",
        _ => "Record",
    };

    public static string Many(string objectType) => objectType switch
    {
        "0-1" => "Contacts",
        "0-2" => "Companies",
        "0-3" => "Deals",
        "0-5" => "Tickets",
        _ => "Other records",
    };

    /// <summary>A record without a name, or whose name was not read yet, is still one.</summary>
    public static string Name(string? name, long id) => string.IsNullOrWhiteSpace(name) ? $"#{id}" : name;

    /// <summary>The short name of a portal's own type, from the full one that HubSpot makes of it: <c>p424242_sites</c> is "Sites".</summary>
    public static string OfPath(string pathName)
    {
        var name = pathName.Split('_', 2)[^1].Replace('_', ' ').Trim();
        return name.Length == 0 ? pathName : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
