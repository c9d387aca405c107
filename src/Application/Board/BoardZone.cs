using System.Globalization;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Board;

/// <summary>Turns the place a card was dropped on into the properties that drop changes. A zone of two parts (<c>owner:7|day:2026-11-24</c>) changes two.</summary>
internal static class BoardZone
{
    /// <summary>What a drop there sets, by property, or why nothing can be dropped there. Zones come from the browser: anything may stand in them.</summary>
    public static Result<IReadOnlyDictionary<string, string?>> Meaning(string zone, CrmTask task, PortalWords words, DueBuckets due)
    {
        var values = new Dictionary<string, string?>();
        foreach (var part in zone.Split('|', 3))
        {
            if (Part(part, task, words, due) is not { } meant || !values.TryAdd(meant.Property, meant.Value))
            {
                return new Failure.Invalid("zone", "This card cannot be moved there.");
            }
        }

        return values;
    }

    private static (string Property, string? Value)? Part(string zone, CrmTask task, PortalWords words, DueBuckets due)
    {
        var (kind, value) = zone.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (zone[..colon], zone[(colon + 1)..]) : (zone, "");
        return kind switch
        {
            "status" when words.Statuses.Knows(value) => (TaskProperty.Status, value),
            "priority" when words.Priorities.Any(o => o.Value == value) => (TaskProperty.Priority, value),
            "type" when words.Types.Any(o => o.Value == value) => (TaskProperty.Type, value),
            "owner" when value.Length == 0 => (TaskProperty.Owner, null),
            "owner" when IsActive(value, words) => (TaskProperty.Owner, value),
            "due" when Enum.TryParse<DueBucket>(value, out var bucket) && Day(bucket, due) is { } day => (TaskProperty.Due, TaskProperty.Text(DueOn(day, task, due))),
            _ => DayZone.Instant(kind, value, task.Due, due.Own) is { } instant ? (TaskProperty.Due, TaskProperty.Text(instant)) : null,
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

    /// <summary>The same time of day on another day, but today never lies in the past.</summary>
    private static DateTimeOffset DueOn(DateOnly day, CrmTask task, DueBuckets due)
    {
        var instant = PlannedTime.Moved(task.Due, day, due.Own);
        return day == due.Today && instant <= due.Now ? new PlannedTime(day, PlannedTime.AnyTime).Instant(due.Zone) : instant;
    }
}
