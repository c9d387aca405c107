using Dashboard.Application.Kernel;

namespace Dashboard.Application.Tasks;

/// <summary>
/// A HubSpot task in the index: what a card shows and a filter asks, no more. Status, type and priority are open values:
/// an unknown one is kept and shown as it is. https://developers.hubspot.com/docs/api-reference/latest/crm/activities/tasks/guide
/// </summary>
public sealed class CrmTask : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>HubSpot's object id; negative (<see cref="ProvisionalIds"/>) until HubSpot has named a task made here.</summary>
    public required long Id { get; init; }

    public string Subject { get; set; } = "";

    /// <summary><c>hs_task_status</c>; null when HubSpot has none.</summary>
    public string? Status { get; set; }

    /// <summary><c>hs_task_priority</c>.</summary>
    public string? Priority { get; set; }

    /// <summary><c>hs_task_type</c>.</summary>
    public string? Type { get; set; }

    /// <summary><c>hs_task_contact_timezone</c> as HubSpot spells it.</summary>
    public string? CustomerZone { get; set; }

    /// <summary><c>hubspot_owner_id</c>.</summary>
    public long? OwnerId { get; set; }

    /// <summary><c>hs_timestamp</c>, the due instant despite its name.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary><c>hs_task_completion_date</c>.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Whether the status counts as closed in this portal's task pipeline.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Place inside a column, ascending (<see cref="TaskRank"/>).</summary>
    public long Rank { get; set; }

    /// <summary>Somebody put the card where it is; a changed due date no longer moves it.</summary>
    public bool RankedByHand { get; set; }

    /// <summary>Deleted here: no reading shows it. It stays, because HubSpot's search tells of it for a while longer.</summary>
    public bool IsDeleted { get; set; }

    public DateTimeOffset RemoteCreatedAt { get; set; }

    /// <summary><c>hs_lastmodifieddate</c> of the answer this row was taken from; an older answer never overwrites it.</summary>
    public DateTimeOffset RemoteUpdatedAt { get; set; }

    /// <summary>Where the newest change made here stands.</summary>
    public TaskChangeState ChangeState { get; set; }

    /// <summary>The newest change made here, while it is not settled.</summary>
    public Guid? ChangeId { get; set; }
}
