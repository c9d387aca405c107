using System.Globalization;
using Dashboard.Application.Board;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>
/// Tasks as a calendar (RFC 5545, with the names that Apple, Google and Outlook read). Instants are written in UTC: every program shows those in
/// its own reader's zone, and there is no table of clock changes (VTIMEZONE) to send along that could be out of date. Whole days have no zone at all.
/// </summary>
internal sealed class FeedCalendar(TaskFeed feed, DueBuckets days, PortalWords words, string board)
{
    private const string Refresh = "PT15M";

    public string Write(IReadOnlyList<FeedTask> tasks, ILookup<long, string> names, int total)
    {
        var text = new CalendarText().Begin("VCALENDAR");
        Head(text, tasks.Count, total);
        var entry = new FeedEntryText(feed, days, words, board);
        foreach (var task in tasks)
        {
            entry.Write(text, task, [.. names[task.Id]]);
        }

        if (tasks.Count == 0)
        {
            Nothing(text);
        }

        return text.End("VCALENDAR").ToString();
    }

    private void Head(CalendarText text, int shown, int total)
    {
        text.Line("VERSION", "2.0").Line("PRODID", "-//Tasklane//Task feed 1//EN").Line("CALSCALE", "GREGORIAN").Line("METHOD", "PUBLISH");

        // RFC 7986 gave names to what programs had long read under names of their own.
        text.Text("NAME", feed.Name).Text("X-WR-CALNAME", feed.Name);
        var about = About(shown, total);
        text.Text("DESCRIPTION", about).Text("X-WR-CALDESC", about);
        text.Line("X-WR-TIMEZONE", feed.TimeZone);
        text.Line("REFRESH-INTERVAL;VALUE=DURATION", Refresh).Line("X-PUBLISHED-TTL", Refresh);
    }

    private static string About(int shown, int total) => shown == total
        ? "Tasks from HubSpot by Tasklane. Change them there; this calendar only shows them."
        : string.Create(CultureInfo.InvariantCulture, $"Tasks from HubSpot by Tasklane: {shown:N0} of {total:N0}, those due next first. A view with fewer tasks shows all of them.");

    /// <summary>A calendar holds at least one part, and some programs refuse one without. https://www.rfc-editor.org/rfc/rfc5545#section-3.6</summary>
    private static void Nothing(CalendarText text) => text
        .Begin("VTIMEZONE").Line("TZID", "UTC")
        .Begin("STANDARD").Line("DTSTART", "19700101T000000").Line("TZOFFSETFROM", "+0000").Line("TZOFFSETTO", "+0000").End("STANDARD")
        .End("VTIMEZONE");
}
