using System.Globalization;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Board;

/// <summary>Turns the place a card was dropped on into the property that drop changes.</summary>
internal static class BoardZone
{
    /// <summary>The property and its new text, or why nothing can be dropped there. Zones come from the browser: anything may stand in them.</summary>
    public static Result<KeyValuePair<string, string?>> Meaning(string zone, CrmTask task, PortalWords words, DueBuckets due)
    {
        var (kind, value) = zone.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (zone[..colon], zone[(colon + 1)..]) : (zone, "");
        return kind switch
        {
            "status" when words.Statuses.Knows(value) => new KeyValuePair<string, string?>(TaskProperty.Status, value),
            "priority" when words.Priorities.Any(o => o.Value == value) => new KeyValuePair<string, string?>(TaskProperty.Priority, value),
            "type" when words.Types.Any(o => o.Value == value) => new KeyValuePair<string, string?>(TaskProperty.Type, value),
            "owner" when value.Length == 0 => new KeyValuePair<string, string?>(TaskProperty.Owner, null),
            "owner" when IsActive(value, words) => new KeyValuePair<string, string?>(TaskProperty.Owner, value),
            "due" when Enum.TryParse<DueBucket>(value, out var bucket) && Day(bucket, due) is { } day => DueOn(day, task, due),
            _ => new Failure.Invalid("zone", "This card cannot be moved there."),
        };
    }

    /// <summary>The grouping whose columns have such a zone.</summary>
    public static BoardGrouping GroupOf(string zone) => zone.Split(':')[0] switch
    {
        "due" => BoardGrouping.Due,
        "owner" => BoardGrouping.Owner,
        "priority" => BoardGrouping.Priority,
        "type" => BoardGrouping.Type,
        _ => BoardGrouping.Status,
    };

    private static bool IsActive(string value, PortalWords words) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && words.Owner(id) is { IsArchived: false };

    /// <summary>The day a bucket stands for, when it is one day.</summary>
    private static DateOnly? Day(DueBucket bucket, DueBuckets due) => bucket switch
    {
        DueBucket.Today => due.Today,
        DueBucket.Tomorrow => due.Today.AddDays(1),
        DueBucket.NextWeek => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(due.Range(DueBucket.NextWeek).From, due.Zone).DateTime),
        _ => null,
    };

    /// <summary>The same time of day on another day; a task without a date gets the end of the working day, and today never lies in the past.</summary>
    private static KeyValuePair<string, string?> DueOn(DateOnly day, CrmTask task, DueBuckets due)
    {
        var time = task.Due is { } old ? TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(old, due.Zone).DateTime) : new TimeOnly(17, 0);
        var instant = At(day, time, due);
        if (day == due.Today && instant <= due.Now)
        {
            instant = At(day, new TimeOnly(23, 59), due);
        }

        return new KeyValuePair<string, string?>(TaskProperty.Due, TaskProperty.Text(instant));
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time, DueBuckets due)
    {
        var local = day.ToDateTime(time);
        while (due.Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, due.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
