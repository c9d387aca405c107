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

    /// <summary>The page's address with one parameter set, or with null taken out; all others stay.</summary>
    public static string With(string address, string name, string? value)
    {
        var here = new Uri(address);
        var rest = QueryHelpers.ParseQuery(here.Query).Where(p => p.Key != name).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value.ToString())).ToList();
        if (!string.IsNullOrEmpty(value))
        {
            rest.Add(KeyValuePair.Create(name, (string?)value));
        }

        return QueryHelpers.AddQueryString(here.AbsolutePath, rest);
    }

    /// <summary>The page with a task beside it.</summary>
    public static string WithTask(string address, long task) => With(With(address, "new", null), "task", task.ToString(CultureInfo.InvariantCulture));

    /// <summary>The page with the form for a new task of this record beside it.</summary>
    public static string WithNewTask(string address, string objectType, long id) =>
        With(With(address, "task", null), "new", string.Create(CultureInfo.InvariantCulture, $"record:{objectType}:{id}"));

    [GeneratedRegex(@"^\d{1,6}-\d{1,12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeId();
}
