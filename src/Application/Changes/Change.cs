using Dashboard.Application.Kernel;

namespace Dashboard.Application.Changes;

/// <summary>
/// One accepted intent to alter HubSpot. Stored in the same transaction as its effect on the index, before anything says "saved",
/// and kept until HubSpot answered; then kept for undo and history.
/// </summary>
public sealed class Change : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>The operation id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Order of acceptance; changes of one task are sent in it.</summary>
    public long Sequence { get; init; }

    /// <summary>Negative while HubSpot has not named the task yet.</summary>
    public required long TaskId { get; set; }

    public required Guid PersonId { get; init; }

    public required ChangeKind Kind { get; init; }

    /// <summary>Property name to value before and after, as JSON (<see cref="FieldChange"/>).</summary>
    public required string Fields { get; set; }

    /// <summary>Records it is about (<see cref="LinkTarget"/>): those a new task begins with, the one associated, the one pinned on.</summary>
    public string? Targets { get; init; }

    /// <summary>The id a created task had before HubSpot named it.</summary>
    public long? ProvisionalId { get; init; }

    /// <summary>The run of many it belongs to.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>Rank before the move, to return the card to its exact place.</summary>
    public long? RankBefore { get; init; }

    public bool RankedByHandBefore { get; init; }

    public ChangeState State { get; set; }

    /// <summary>When it was first sent; a task that HubSpot made of it is not older.</summary>
    public DateTimeOffset? FirstSentAt { get; set; }

    /// <summary>
    /// With a creation: when HubSpot made the property under whose id it was sent. Null when a request went out without: then HubSpot cannot
    /// recognise it.
    /// </summary>
    public DateTimeOffset? SentUnder { get; set; }

    public int Attempts { get; set; }

    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>Not sent before this instant (waiting out a limit or an outage).</summary>
    public DateTimeOffset NotBefore { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Why it waits or was refused, as the person reads it.</summary>
    public string? Reason { get; set; }

    /// <summary>HubSpot's correlation id of the last answer.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>The change this one takes back.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>Properties HubSpot wants set before it takes this, by its names, joined with commas; null when it wants none.</summary>
    public string? Wants { get; set; }

    /// <summary>HubSpot's instant of the version of the task that was known when this was sent; until what lies between is read back, then null.</summary>
    public DateTimeOffset? SeenVersion { get; set; }

    /// <summary>HubSpot's instant of the version this made of the task.</summary>
    public DateTimeOffset? MadeVersion { get; set; }
}

/// <summary>What kind of intent.</summary>
public enum ChangeKind
{
    /// <summary>Fields of a task.</summary>
    Update = 0,

    /// <summary>A new task, with its associations.</summary>
    Create = 1,

    /// <summary>A task to HubSpot's recycling bin.</summary>
    Delete = 2,

    /// <summary>An association of a task with a record.</summary>
    Link = 3,

    /// <summary>An association of a task with a record, taken away.</summary>
    Unlink = 4,

    /// <summary>The one pinned task of a record: set, replaced or taken away.</summary>
    Pin = 5,

    /// <summary>The labels of an association.</summary>
    Label = 6,
}
