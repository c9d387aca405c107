using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>The address of a page with some of its parameters changed; all others stay.</summary>
public static class PageAddress
{
    /// <summary>What stands beside a page, not in it: no part of a view.</summary>
    private static readonly string[] Aside = ["task", "new", "bulk", "spread"];

    /// <summary>Path and query; a parameter set to null or nothing is taken out.</summary>
    public static string With(string address, params IEnumerable<(string Name, string? Value)> changes)
    {
        var here = new Uri(address);
        var parts = QueryHelpers.ParseQuery(here.Query).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value.ToString())).ToList();
        foreach (var (name, value) in changes)
        {
            var at = parts.FindIndex(p => p.Key == name);
            parts.RemoveAll(p => p.Key == name);
            if (!string.IsNullOrEmpty(value))
            {
                parts.Insert(at < 0 ? parts.Count : at, KeyValuePair.Create(name, (string?)value));
            }
        }

        return QueryHelpers.AddQueryString(here.AbsolutePath, parts);
    }

    /// <summary>The same for what somebody chose on a page of tasks: where nothing but the usual is left, it says so, for a bare address means their own view.</summary>
    public static string Chosen(string address, params IEnumerable<(string Name, string? Value)> changes)
    {
        var page = new Uri(new Uri(address), With(address, changes)).ToString();
        return new Uri(NeverBare(page)).PathAndQuery;
    }

    /// <summary>What to put an id behind for the page with that task beside it: cheaper than a whole address for each of many.</summary>
    public static string BeforeTask(string address)
    {
        var page = Beside.Alone(NeverBare(address));
        return $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}task=";
    }

    public static string? One(string address, string name) =>
        QueryHelpers.ParseQuery(new Uri(address).Query).TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A page asked for without saying what: where somebody begins with their own view.</summary>
    public static bool IsBare(string address) => !QueryHelpers.ParseQuery(new Uri(address).Query).Keys.Except(Aside).Any();

    /// <summary>The same page in words that mean it even for somebody with a view of their own.</summary>
    public static string NeverBare(string address) =>
        IsBare(address) ? new Uri(new Uri(address), With(address, ("owner", "me"))).ToString() : address;

    /// <summary>What a view of the page keeps: all that decides what is in it, but for where somebody is in it. Without the question mark.</summary>
    public static string ViewOf(string address) =>
        Chosen(address, [.. Aside.Select(name => (name, (string?)null)), ("view", null), ("page", null), ("date", null)]).Split('?', 2) is [_, var query] ? query : "";
}
