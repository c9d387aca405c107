using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>Records in addresses: which one is meant, and what opens beside its page.</summary>
public static partial class RecordPlaces
{
    public const int LongestText = 200;

    /// <summary>Object type and id as an address has them; null for what can be no record of HubSpot's.</summary>
    public static (string ObjectType, long Id)? Read(string? objectType, string? id) =>
        objectType is not null && TypeId().IsMatch(objectType) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (objectType, number)
            : null;

    /// <summary>The page's path and query with some parameters set, or with null taken out; all others stay.</summary>
    /// <param name="address">A whole one, with scheme and host.</param>
    public static string With(string address, params (string Name, string? Value)[] changes)
    {
        var here = new Uri(address);
        var rest = QueryHelpers.ParseQuery(here.Query).Where(p => !changes.Any(c => c.Name == p.Key)).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value.ToString()));
        return QueryHelpers.AddQueryString(here.AbsolutePath, rest.Concat(changes.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => KeyValuePair.Create(c.Name, c.Value))));
    }

    /// <summary>The page with a task beside it.</summary>
    public static string WithTask(string address, long task) => With(address, ("new", null), ("task", task.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The page with the form for a new task of this record beside it.</summary>
    public static string WithNewTask(string address, string objectType, long id) =>
        With(address, ("task", null), ("new", string.Create(CultureInfo.InvariantCulture, $"record:{objectType}:{id}")));

    [GeneratedRegex(@"^\d{1,6}-\d{1,12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeId();
}
