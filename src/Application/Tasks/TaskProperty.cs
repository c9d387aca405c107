using System.Globalization;

namespace Dashboard.Application.Tasks;

/// <summary>
/// HubSpot's names of the task properties the index keeps, and the one mapping between HubSpot's texts and the row.
/// https://developers.hubspot.com/docs/api-reference/latest/crm/activities/tasks/guide
/// </summary>
public static class TaskProperty
{
    public const string Subject = "hs_task_subject";
    public const string Body = "hs_task_body";
    public const string Status = "hs_task_status";
    public const string Priority = "hs_task_priority";
    public const string Type = "hs_task_type";
    public const string Owner = "hubspot_owner_id";
    public const string Due = "hs_timestamp";
    public const string CompletedAt = "hs_task_completion_date";
    public const string Reminders = "hs_task_reminders";
    public const string Queues = "hs_queue_membership_ids";
    public const string CreatedAt = "hs_createdate";
    public const string UpdatedAt = "hs_lastmodifieddate";

    /// <summary>Anything in it means that the task repeats. How is not published for it; <see cref="Repeating.TaskSeries"/> is told that.</summary>
    public const string RepeatInterval = "hs_task_repeat_interval";

    /// <summary>
    /// The time zone of the task's contact; HubSpot sets it. Its name is known from lists of a portal's properties, its spelling is not:
    /// <see cref="Planning.Customer"/> reads what it can.
    /// </summary>
    public const string CustomerZone = "hs_task_contact_timezone";

    /// <summary>The value of <see cref="Type"/> that means a call.</summary>
    public const string Call = "CALL";

    /// <summary>What the index takes of a place; longer is none.</summary>
    public const int LongestPlace = 100;

    /// <summary>On records: the activity pinned there. https://developers.hubspot.com/docs/api-reference/latest/crm/activities/tasks/guide</summary>
    public const string Pinned = "hs_pinned_engagement_id";

    /// <summary>Whether the property stands in <see cref="TaskNotes"/>.</summary>
    public static bool IsLong(string property) => property is Body or Reminders or Queues;

    /// <summary>Whether the index keeps it. Others a portal has are only written, where HubSpot asks for them.</summary>
    public static bool IsKept(string property) => IsLong(property) || property is Subject or Status or Priority or Type or Owner or Due;

    /// <summary>The row's value as HubSpot writes it; null when empty.</summary>
    /// <param name="notes">The long part of the task, for the properties that stand there.</param>
    public static string? Read(CrmTask task, string property, TaskNotes? notes = null) => property switch
    {
        Subject => task.Subject,
        Status => task.Status,
        Priority => task.Priority,
        Type => task.Type,
        Owner => task.OwnerId?.ToString(CultureInfo.InvariantCulture),
        Due => task.Due is { } due ? Text(due) : null,
        CustomerZone => task.CustomerZone,
        Body => notes?.Html,
        Reminders => notes?.Reminders,
        Queues => notes?.QueueIds,
        _ => throw new ArgumentOutOfRangeException(nameof(property), property, "The index keeps no such property."),
    };

    /// <summary>Puts HubSpot's text into the row; the long part only where it is given. An unreadable owner or date leaves the field empty rather than failing the row.</summary>
    public static void Write(CrmTask task, string property, string? value, TaskNotes? notes = null)
    {
        switch (property)
        {
            case Body when notes is not null: notes.Html = NullIfEmpty(value); break;
            case Reminders when notes is not null: notes.Reminders = NullIfEmpty(value); break;
            case Queues when notes is not null: notes.QueueIds = NullIfEmpty(value); break;
            case Subject: task.Subject = value ?? ""; break;
            case Status: task.Status = NullIfEmpty(value); break;
            case Priority: task.Priority = NullIfEmpty(value); break;
            case Type: task.Type = NullIfEmpty(value); break;
            case Owner: task.OwnerId = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var owner) ? owner : null; break;
            case Due: task.Due = Instant(value); break;
            case CustomerZone: task.CustomerZone = value is { Length: > 0 and <= LongestPlace } ? value : null; break;
            case Body or Reminders or Queues: break;
            default: throw new ArgumentOutOfRangeException(nameof(property), property, "The index keeps no such property.");
        }
    }

    public static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>HubSpot's form of an instant: ISO 8601, UTC, milliseconds.</summary>
    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads ISO 8601 or Unix milliseconds; null for anything else.</summary>
    public static DateTimeOffset? Instant(string? text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return milliseconds is > -62_135_596_800_000 and < 253_402_300_799_999 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
