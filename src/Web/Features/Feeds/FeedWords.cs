using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Shell.Filters;

namespace Dashboard.Web.Features.Feeds;

/// <summary>What a feed is, in words.</summary>
public static class FeedWords
{
    /// <summary>How long an event may last, in minutes.</summary>
    public static readonly int[] Lengths = [15, 30, 45, 60, 90, 120];

    /// <summary>How long before a reminder may come, in minutes.</summary>
    public static readonly int[] Alarms = [0, 5, 10, 15, 30, 60, 24 * 60];

    public static string Shows(FeedLine feed, PortalWords words)
    {
        var query = BoardAddress.Read($"http://x/?{feed.Query}");
        var filters = BoardFilters.In(query, words).Where(f => f.Name is not ("Owner" or "Completed")).Select(f => f.Spoken);
        var whose = query.Owner.Scope switch
        {
            OwnerScope.Me => feed.IsMine ? "My" : $"{feed.Person}'s",
            OwnerScope.One => $"{words.OwnerName(query.Owner.OwnerId)}'s",
            OwnerScope.Nobody => "Nobody's",
            _ => "Everybody's",
        };
        return string.Join(", ", filters.Prepend($"{whose} {(feed.WithCompleted ? "tasks, completed ones too" : "open tasks")}"));
    }

    public static string Kind(FeedLine feed)
    {
        var alarm = feed.AlarmMinutes is { } minutes ? $", with a reminder {Alarm(minutes)}" : "";
        return (feed.Kind == FeedKind.Todo ? "As to-dos" : $"As events of {Length(feed.Minutes)}") + alarm;
    }

    public static string Read(FeedLine feed, DateTimeOffset now) =>
        feed.LastReadAt is { } at ? $"Last read by {ProgramWords.Of(feed.LastReadBy)}, {Ago(now - at)}" : "Not read by any program yet";

    public static string Alarm(int minutes) => minutes == 0 ? "at the time" : $"{Length(minutes)} before";

    public static string Length(int minutes) => minutes switch
    {
        60 => "1 hour",
        24 * 60 => "1 day",
        > 60 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60d:0.#} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes"),
    };

    private static string Ago(TimeSpan since) => since switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => Count(since.TotalMinutes, "minute"),
        { TotalDays: < 1 } => Count(since.TotalHours, "hour"),
        _ => Count(since.TotalDays, "day"),
    };

    private static string Count(double number, string what) => string.Create(CultureInfo.InvariantCulture, $"{(int)number} {what}{((int)number == 1 ? "" : "s")} ago");
}
