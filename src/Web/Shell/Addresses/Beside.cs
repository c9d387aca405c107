using System.Globalization;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>
/// What stands beside a page, by the address alone: a task (<c>?task=…</c>) or the form of a new one (<c>?new=…</c>). Anything may link to either;
/// the rest of the address stays, so that closing it shows the page as it was.
/// </summary>
public static class Beside
{
    private const string Task = "task";
    private const string New = "new";

    public static long? TaskIn(string address) =>
        long.TryParse(PageAddress.One(address, Task), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var task) ? task : null;

    /// <summary>What a new task begins with (<c>1</c> for nothing, <c>status:IN_PROGRESS</c>, <c>record:0-1:123</c>, <c>after:77</c>); null without a form.</summary>
    public static string? NewIn(string address) => PageAddress.One(address, New) is { Length: < 200 } start ? start : null;

    public static string WithTask(string address, long task) => PageAddress.With(address, (New, null), (Task, task.ToString(CultureInfo.InvariantCulture)));

    public static string WithNew(string address, string start) => PageAddress.With(address, (Task, null), (New, start));

    /// <summary>The form begins with that record associated.</summary>
    public static string WithNewOf(string address, string objectType, long id) => WithNew(address, string.Create(CultureInfo.InvariantCulture, $"record:{objectType}:{id}"));

    /// <summary>The page alone: path and query without either.</summary>
    public static string Alone(string address) => PageAddress.With(address, (Task, null), (New, null));
}
