using System.Globalization;
using Dashboard.Application.Board;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>A board query as the query string of its address, and back. Unknown words in an address fall back to the default.</summary>
public static class BoardAddress
{
    private const int LongestText = 100;

    public static BoardQuery Read(string address)
    {
        var values = QueryHelpers.ParseQuery(new Uri(address).Query);
        string? One(string name) => values.TryGetValue(name, out var found) ? found.ToString() : null;
        string[] Many(string name) => One(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(20).ToArray() ?? [];

        var text = One("q")?.Trim();
        return new BoardQuery
        {
            Group = Enum.TryParse<BoardGrouping>(One("group"), ignoreCase: true, out var group) && Enum.IsDefined(group) ? group : default,
            Owner = Owner(One("owner")),
            Types = Many("type"),
            Priorities = Many("priority"),
            Due = Enum.TryParse<DueBucket>(One("due"), ignoreCase: true, out var due) && Enum.IsDefined(due) ? due : null,
            Text = string.IsNullOrEmpty(text) ? null : text[..Math.Min(text.Length, LongestText)],
            Closed = One("closed") switch { "today" => ClosedWindow.Today, "all" => ClosedWindow.All, _ => ClosedWindow.SevenDays },
        };
    }

    /// <summary>The path with its query; defaults are left out so that addresses stay short.</summary>
    public static string Write(string path, BoardQuery query, long? task = null)
    {
        var parts = new Dictionary<string, string?>();
        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts[name] = value;
            }
        }

        Put("group", query.Group == default ? null : query.Group.ToString().ToLowerInvariant());
        Put("owner", Owner(query.Owner));
        Put("type", string.Join(',', query.Types));
        Put("priority", string.Join(',', query.Priorities));
        Put("due", query.Due?.ToString().ToLowerInvariant());
        Put("q", query.Text);
        Put("closed", query.Closed switch { ClosedWindow.Today => "today", ClosedWindow.All => "all", _ => null });
        Put("task", task?.ToString(CultureInfo.InvariantCulture));
        return QueryHelpers.AddQueryString(path, parts);
    }

    public static string? Owner(OwnerFilter owner) => owner.Scope switch
    {
        OwnerScope.Everyone => "all",
        OwnerScope.Nobody => "none",
        OwnerScope.One => owner.OwnerId.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    public static OwnerFilter Owner(string? word) => word switch
    {
        "all" => OwnerFilter.Everyone,
        "none" => OwnerFilter.Nobody,
        _ => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? OwnerFilter.One(id) : OwnerFilter.Me,
    };
}
