using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Sandbox.World.Records;

namespace Dashboard.Sandbox.World.Schema;

/// <summary>Values HubSpot works out itself when a record is read.</summary>
public static partial class Computed
{
    public static string Iso(long milliseconds) =>
        string.Create(24, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime, static (text, moment) =>
        {
            // The "o" form has seven digits of a second; HubSpot's has three. Custom format strings are ten times slower.
            Span<char> full = stackalloc char[28];
            moment.TryFormat(full, out _, "o", CultureInfo.InvariantCulture);
            full[..23].CopyTo(text);
            text[23] = 'Z';
        });

    public static long? Milliseconds(string? iso) =>
        DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUnixTimeMilliseconds() : null;

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string PlainText(string html) =>
        WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(html, " "), " ")).Trim();

    public static bool Closed(ComputeInput input) => DefaultPipelines.Closed(input.State.Value(input.Record.Type["hs_task_status"].Slot));

    public static bool Overdue(ComputeInput input) =>
        !Closed(input) && Milliseconds(input.State.Value(input.Record.Type["hs_timestamp"].Slot)) < input.Now;

    public static bool Completed(ComputeInput input) => input.State.Value(input.Record.Type["hs_task_status"].Slot) == "COMPLETED";

    public static bool CompletedAs(ComputeInput input, string type) =>
        Completed(input) && input.State.Value(input.Record.Type["hs_task_type"].Slot) == type;

    public static string Count(ComputeInput input, string typeId)
    {
        var seen = new HashSet<long>();
        foreach (var link in input.Record.Links)
        {
            if (link.To.Id == typeId)
            {
                seen.Add(link.ToId);
            }
        }

        return Number(seen.Count);
    }

    /// <summary>A value of the first record of a type that is associated.</summary>
    public static string? OfFirst(ComputeInput input, string typeId, string property)
    {
        foreach (var link in input.Record.Links)
        {
            if (link.To.Id == typeId)
            {
                return input.Portal.Find(link.To, link.ToId) is { } record ? record.Current.Value(link.To[property].Slot) : null;
            }
        }

        return null;
    }

    public static string? Preview(ComputeInput input) =>
        input.State.Value(input.Record.Type["hs_task_body"].Slot) is { Length: > 0 } body ? Cut(PlainText(body)) : null;

    public static string? PreviewHtml(ComputeInput input) =>
        input.State.Value(input.Record.Type["hs_task_body"].Slot) is { Length: > 0 } body ? $"<html>\n <head></head>\n <body>\n  {body}\n </body>\n</html>" : null;

    private static string Cut(string text) => text.Length <= 300 ? text : text[..300];

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
