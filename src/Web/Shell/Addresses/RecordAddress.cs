using System.Globalization;
using System.Text.RegularExpressions;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>Where a record has its page, which one an address means, and what its type is called.</summary>
public static partial class RecordAddress
{
    /// <summary>Of what somebody looks for records by.</summary>
    public const int LongestText = 200;

    public static string Of(string slug, string objectType, long id) => string.Create(CultureInfo.InvariantCulture, $"/w/{slug}/records/{objectType}/{id}");

    /// <summary>Object type and id as an address has them; null for what can be no record of HubSpot's.</summary>
    public static (string ObjectType, long Id)? Read(string? objectType, string? id) =>
        objectType is not null && TypeId().IsMatch(objectType) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (objectType, number)
            : null;

    /// <summary>HubSpot's own types by name; a portal's own ones are just records.</summary>
    public static string KindOf(string objectType) => objectType switch
    {
        "0-1" => "Contact",
        "0-2" => "Company",
        "0-3" => "Deal",
        "0-5" => "Ticket",
        _ => "Record",
    };

    [GeneratedRegex(@"^\d{1,6}-\d{1,12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeId();
}
