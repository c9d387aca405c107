using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>One task as an event or a to-do. https://www.rfc-editor.org/rfc/rfc5545#section-3.6</summary>
internal sealed class FeedEntryText(TaskFeed feed, DueBuckets days, PortalWords words, string board)
{
    private const int MostNames = 8;
    private const string InProgress = "IN_PROGRESS";

    /// <summary>Revisions are counted in seconds from here: they fit the 32 bits that programs keep them in, and only ever grow.</summary>
    private static readonly DateTimeOffset FirstRevision = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Write(CalendarText text, FeedTask task, IReadOnlyList<string> names)
    {
        var part = feed.Kind == FeedKind.Todo ? "VTODO" : "VEVENT";
        text.Begin(part)
            .Line("UID", $"task-{task.Id.ToString(CultureInfo.InvariantCulture)}.{feed.WorkspaceId}@tasklane")
            .Line("DTSTAMP", Instant(task.ModifiedAt))
            .Line("CREATED", Instant(task.CreatedAt))
            .Line("LAST-MODIFIED", Instant(task.ModifiedAt))
            .Line("SEQUENCE", Number(Math.Max(0, (long)(task.ModifiedAt - FirstRevision).TotalSeconds)))
            .Text("SUMMARY", Summary(task))
            .Text("DESCRIPTION", Description(task, names))
            .Line("URL", Address(task));
        if (Priority(task.Priority) is { } priority)
        {
            text.Line("PRIORITY", priority);
        }

        var day = WholeDay(task.Due, days);
        if (feed.Kind == FeedKind.Todo)
        {
            Todo(text, task, day);
        }
        else
        {
            Event(text, task, day);
        }

        Alarm(text, task, day);
        text.End(part);
    }

    /// <summary>The day of a due time that says no more than its day: its first minute or its last, by the feed's clock.</summary>
    public static DateOnly? WholeDay(DateTimeOffset due, DueBuckets days)
    {
        var local = TimeZoneInfo.ConvertTime(due, days.Zone).DateTime;
        var day = DateOnly.FromDateTime(local);
        return local is { Hour: 23, Minute: 59 } or { Hour: 0, Minute: 0 } || IsWithinMinute(due - days.StartOf(day)) ? day : null;

        // Where a clock change takes midnight away, a day begins later.
        static bool IsWithinMinute(TimeSpan since) => since >= TimeSpan.Zero && since < TimeSpan.FromMinutes(1);
    }

    private void Event(CalendarText text, FeedTask task, DateOnly? day)
    {
        if (day is { } whole)
        {
            text.Line("DTSTART;VALUE=DATE", Date(whole)).Line("DTEND;VALUE=DATE", Date(whole.AddDays(1)));
        }
        else
        {
            text.Line("DTSTART", Instant(task.Due)).Line("DTEND", Instant(task.Due.AddMinutes(feed.Minutes)));
        }

        // A task is no appointment: it makes nobody look busy.
        text.Line("TRANSP", "TRANSPARENT").Line("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
    }

    private static void Todo(CalendarText text, FeedTask task, DateOnly? day)
    {
        if (day is { } whole)
        {
            text.Line("DUE;VALUE=DATE", Date(whole));
        }
        else
        {
            text.Line("DUE", Instant(task.Due));
        }

        text.Line("STATUS", task.IsClosed ? "COMPLETED" : task.Status == InProgress ? "IN-PROCESS" : "NEEDS-ACTION");
        text.Line("PERCENT-COMPLETE", task.IsClosed ? "100" : "0");
        if (task is { IsClosed: true, CompletedAt: { } completed })
        {
            text.Line("COMPLETED", Instant(completed));
        }
    }

    /// <summary>None for what is done or was due on an earlier day: programs would ring for all of it on the first reading.</summary>
    private void Alarm(CalendarText text, FeedTask task, DateOnly? day)
    {
        if (feed.AlarmMinutes is not { } minutes || task.IsClosed || task.Due < days.StartOf(days.Today))
        {
            return;
        }

        // A to-do has no start to count from. A whole day has no time to come before: nine in the morning.
        var trigger = feed.Kind == FeedKind.Todo ? "TRIGGER;RELATED=END" : "TRIGGER";
        text.Begin("VALARM").Line("ACTION", "DISPLAY").Text("DESCRIPTION", Summary(task))
            .Line(trigger, day is not null ? "PT9H" : minutes == 0 ? "PT0M" : $"-PT{Number(minutes)}M")
            .End("VALARM");
    }

    /// <summary>An event has no way to be done; a to-do has.</summary>
    private string Summary(FeedTask task)
    {
        var subject = string.IsNullOrWhiteSpace(task.Subject) ? "(no title)" : task.Subject;
        return task.IsClosed && feed.Kind == FeedKind.Event ? $"✓ {subject}" : subject;
    }

    private string Description(FeedTask task, IReadOnlyList<string> names)
    {
        var about = new List<string>
        {
            $"Type: {words.Label(TaskProperty.Type, task.Type)}",
            $"Priority: {words.Label(TaskProperty.Priority, task.Priority)}",
            $"Status: {words.Statuses.Label(task.Status)}",
            $"Assigned to: {words.OwnerName(task.OwnerId)}",
        };
        if (names.Count > 0)
        {
            about.Add($"With: {string.Join(" · ", names.Take(MostNames))}{(names.Count > MostNames ? $" and {Number(names.Count - MostNames)} more" : "")}");
        }

        about.Add(Address(task));
        return string.Join('\n', about);
    }

    private string Address(FeedTask task) => $"{board}?owner=all&task={task.Id.ToString(CultureInfo.InvariantCulture)}";

    private static string? Priority(string? value) => value switch
    {
        "HIGH" => "1",
        "MEDIUM" => "5",
        "LOW" => "9",
        _ => null,
    };

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
