using Dashboard.Application.Kernel;

namespace Dashboard.Application.Records;

/// <summary>What we show of a contact, company, deal, ticket or custom object: its name and one detail.</summary>
public sealed class CrmRecord : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>HubSpot's object type id, as in <see cref="Tasks.TaskLink.ObjectType"/>.</summary>
    public required string ObjectType { get; init; }

    public required long Id { get; init; }

    public string Name { get; set; } = "";

    /// <summary>E-mail address, domain or stage, whichever the type has.</summary>
    public string? Detail { get; set; }

    /// <summary>The record's own owner in the portal.</summary>
    public long? OwnerId { get; set; }

    /// <summary>Whether its stage is closed in its pipeline; null for kinds without stages.</summary>
    public bool? IsClosed { get; set; }

    /// <summary>A contact's <c>hs_timezone</c> as HubSpot spells it.</summary>
    public string? TimeZone { get; set; }

    /// <summary>A contact's <c>hs_country_region_code</c>, or its <c>country</c> where there is none.</summary>
    public string? Country { get; set; }

    /// <summary>The task pinned on it (<c>hs_pinned_engagement_id</c>); it may be another activity than a task.</summary>
    public long? PinnedTaskId { get; set; }

    public DateTimeOffset ReadAt { get; set; }
}
