using System.Globalization;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>Where a record has its page, and what its type is called.</summary>
public static class RecordAddress
{
    public static string Of(string slug, string objectType, long id) => string.Create(CultureInfo.InvariantCulture, $"/w/{slug}/records/{objectType}/{id}");

    /// <summary>HubSpot's own types by name; a portal's own ones are just records.</summary>
    public static string KindOf(string objectType) => objectType switch
    {
        "0-1" => "Contact",
        "0-2" => "Company",
        "0-3" => "Deal",
        "0-5" => "Ticket",
        _ => "Record",
    };
}
