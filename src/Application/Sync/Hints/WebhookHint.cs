using Dashboard.Application.Kernel;

namespace Dashboard.Application.Sync.Hints;

/// <summary>
/// Word from HubSpot that a record may have changed. Says where to look, never what is there: webhooks come more than once and in any order,
/// so the record is read by its id.
/// </summary>
public sealed class WebhookHint : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>Order of arrival.</summary>
    public long Sequence { get; init; }

    /// <summary>HubSpot's object type id; an association change stands under the task at one of its ends.</summary>
    public required string ObjectType { get; init; }

    public required long ObjectId { get; init; }

    public HintKind Kind { get; init; }

    /// <summary>HubSpot's instant of the event.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>Of the whole event but its attempt number: <c>eventId</c> is not unique.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Readings that failed because of this record, not because HubSpot could not be reached.</summary>
    public int Tries { get; set; }

    /// <summary>Why the last reading failed.</summary>
    public string? Trouble { get; set; }

    /// <summary>Given up, for a person to see; null while it is tried.</summary>
    public DateTimeOffset? ParkedAt { get; set; }
}
