using Dashboard.Application.Kernel;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>
/// A calendar address that a person gave to a calendar program. Whoever has the address reads what the person may read, so only the hash of its
/// secret is kept, and it works no longer than the membership it was made in.
/// </summary>
public sealed class TaskFeed : IWorkspaceRow
{
    public const int LongestName = 80;
    public const int LongestProgram = 200;
    public const int LongestZone = 64;

    public required WorkspaceId WorkspaceId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>As whom it is read.</summary>
    public required Guid PersonId { get; init; }

    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the 256-bit secret, as lower-case hex.</summary>
    public required string SecretHash { get; set; }

    /// <summary>The saved view it shows, as the view is when it is read; null for a query of its own.</summary>
    public Guid? ViewId { get; init; }

    /// <summary>What it shows, as the query of an address; of a view, how it was when the feed was made, for when the view is gone.</summary>
    public string Query { get; init; } = "";

    public FeedKind Kind { get; init; }

    /// <summary>How long an event lasts; a task has a due time but no length.</summary>
    public int Minutes { get; init; }

    /// <summary>A reminder so long before; null for none.</summary>
    public int? AlarmMinutes { get; init; }

    /// <summary>Tasks that are completed, too.</summary>
    public bool WithCompleted { get; init; }

    /// <summary>IANA name of the zone by whose days a due time is a whole day.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastReadAt { get; set; }

    /// <summary>The user agent that read it last.</summary>
    public string? LastReadBy { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>What a task becomes in the calendar.</summary>
public enum FeedKind
{
    /// <summary>VEVENT: every calendar shows it.</summary>
    Event = 0,

    /// <summary>VTODO: for programs that keep tasks; Google Calendar and Outlook leave it out.</summary>
    Todo = 1,
}
