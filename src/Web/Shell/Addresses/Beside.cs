using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>
/// What stands beside a page, by the address alone: a task (<c>?task=…</c>) or the form of a new one (<c>?new=…</c>). Anything may link to either;
/// the rest of the address stays, so that closing it shows the page as it was.
/// </summary>
public static class Beside
{
    private const string Task = "task";
    private const string New = "new";

    /// <summary>What a new task begins with (<c>1</c> for nothing, <c>status:IN_PROGRESS</c>, <c>record:0-1:123</c>, <c>after:77</c>); null without a form.</summary>
    public static string? NewIn(string address) =>
        QueryHelpers.ParseQuery(new Uri(address).Query).TryGetValue(New, out var start) && start.ToString() is { Length: > 0 and < 200 } text ? text : null;

    public static string WithTask(string address, long task) => QueryHelpers.AddQueryString(Alone(address), Task, task.ToString(CultureInfo.InvariantCulture));

    public static string WithNew(string address, string start) => QueryHelpers.AddQueryString(Alone(address), New, start);

    /// <summary>The page alone: path and query without either.</summary>
    public static string Alone(string address)
    {
        var here = new Uri(address);
        var rest = QueryHelpers.ParseQuery(here.Query).Where(p => p.Key is not (Task or New)).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value.ToString()));
        return QueryHelpers.AddQueryString(here.AbsolutePath, rest);
    }
}
