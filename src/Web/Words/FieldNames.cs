using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;

namespace Dashboard.Web.Words;

/// <summary>Names of fields and their values as people read them.</summary>
internal static class FieldNames
{
    private const int Shown = 160;

    public static string Of(string property) => property switch
    {
        TaskProperty.Subject => "Title",
        TaskProperty.Body => "Notes",
        TaskProperty.Status => "Status",
        TaskProperty.Owner => "Owner",
        TaskProperty.Priority => "Priority",
        TaskProperty.Type => "Type",
        TaskProperty.Due => "Due",
        TaskProperty.Reminders => "Reminders",
        TaskProperty.Queues => "Queues",
        TaskProperty.Pinned => "Pinned task",
        _ => Plain(property.StartsWith("hs_", StringComparison.Ordinal) ? property[3..] : property, '_'),
    };

    /// <summary>An internal name as words, where the portal's own label is not known.</summary>
    private static string Plain(string name, char between) =>
        name.Replace(between, ' ').Trim() is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : name;

    public static string Value(string property, string? value, PortalWords words, ClockFace clock) => property switch
    {
        TaskProperty.Status => words.Statuses.Label(value),
        TaskProperty.Owner => words.OwnerName(long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null),
        TaskProperty.Due => Time(value, clock),
        TaskProperty.Reminders => string.IsNullOrEmpty(value) ? "none" : string.Join(", ", value.Split(';').Select(one => Time(one, clock))),
        TaskProperty.Priority or TaskProperty.Type => words.Label(property, value),
        TaskProperty.Body => Short(Plain(value)),
        _ => string.IsNullOrEmpty(value) ? "nothing" : Short(value),
    };

    /// <summary>Text of HTML, for a line of the history.</summary>
    private static string Plain(string? html)
    {
        var text = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(SafeHtml.Rebuild(html), "<[^>]*>", " ")).Trim();
        return text.Length == 0 ? "nothing" : text;
    }

    private static string Time(string? value, ClockFace clock) => string.IsNullOrEmpty(value) ? "none"
        : LocalTime.Read(value, clock.Zone, Habits.Usual.WorkTo) is { } at ? clock.Words(at, "ddd d MMM yyyy")
        : value;

    private static string Short(string text) => text.Length > Shown ? text[..Shown] + "…" : text;
}
