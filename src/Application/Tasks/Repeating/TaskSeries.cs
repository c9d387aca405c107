using Dashboard.Application.Kernel;

namespace Dashboard.Application.Tasks.Repeating;

/// <summary>
/// How an open task repeats, as HubSpot's task series told it. There is a row for every open task that HubSpot marks as repeating; without a
/// rule nothing is known but that. https://developers.hubspot.com/docs/api-reference/2026-09-beta/crm/activities/task-series/create-tasks-series
/// </summary>
public sealed class TaskSeries : IWorkspaceRow
{
    public const int LongestRule = 500;
    public const int LongestStatus = 60;

    public required WorkspaceId WorkspaceId { get; init; }

    public required long TaskId { get; init; }

    /// <summary>HubSpot's own text, an RFC 5545 rule such as <c>RRULE:FREQ=WEEKLY;BYDAY=MO</c>; null while HubSpot has not told one.</summary>
    public string? Rule { get; set; }

    /// <summary>What the rule counts from.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>HubSpot's word; its values are not published.</summary>
    public string? Status { get; set; }

    /// <summary>When HubSpot was asked last; null where it is to be asked next.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>A status that says in so many words that nothing comes any more. One that nobody knows is no reason to hide what the rule says.</summary>
    public bool IsOver => IsOverAt(Status);

    public static bool IsOverAt(string? status) => status is not null && status.Split('_', ' ', '-').Any(word => Overs.Any(over => word.StartsWith(over, StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] Overs = ["END", "STOP", "PAUS", "CANCEL", "COMPLET", "FINISH", "INACTIVE", "DISABL", "DELET", "OFF"];
}
