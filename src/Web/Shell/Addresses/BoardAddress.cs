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
            Statuses = Many("status"),
            Types = Many("type"),
            Priorities = Many("priority"),
            Due = Enum.TryParse<DueBucket>(One("due"), ignoreCase: true, out var due) && Enum.IsDefined(due) ? due : null,
            Text = string.IsNullOrEmpty(text) ? null : text[..Math.Min(text.Length, LongestText)],
            Closed = One("closed") switch { "today" => ClosedWindow.Today, "all" => ClosedWindow.All, _ => ClosedWindow.SevenDays },
        };
    }

    /// <summary>The path with its query. Defaults are left out so that addresses stay short, but for one: a bare address means the view somebody begins with.</summary>
    public static string Write(string path, BoardQuery query, long? task = null)
    {
        var parts = Parts(query).Where(p => !string.IsNullOrEmpty(p.Value)).ToDictionary(p => p.Name, p => p.Value);
        if (parts.Count == 0)
        {
            parts["owner"] = "me";
        }

        if (task is { } open)
        {
            parts["task"] = open.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(path, parts);
    }

    /// <summary>The same page with other filters: what else its address says stays, and reading begins at the top.</summary>
    public static string With(string address, BoardQuery query) => PageAddress.Chosen(address, [.. Parts(query), ("page", null)]);

    private static (string Name, string? Value)[] Parts(BoardQuery query) =>
    [
        ("group", query.Group == default ? null : query.Group.ToString().ToLowerInvariant()),
        ("owner", Owner(query.Owner)),
        ("status", string.Join(',', query.Statuses)),
        ("type", string.Join(',', query.Types)),
        ("priority", string.Join(',', query.Priorities)),
        ("due", query.Due?.ToString().ToLowerInvariant()),
        ("q", query.Text),
        ("closed", query.Closed switch { ClosedWindow.Today => "today", ClosedWindow.All => "all", _ => null }),
    ];

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
