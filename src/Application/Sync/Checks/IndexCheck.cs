using Dashboard.Application.Kernel;

namespace Dashboard.Application.Sync.Checks;

/// <summary>
/// A comparison of the whole portal with the index, by id. Goes on from <see cref="Cursor"/> after a stop at any point; the counts move in the
/// transaction that repairs what they count.
/// </summary>
public sealed class IndexCheck : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required IndexCheckKind Kind { get; init; }

    /// <summary>Everything up to this id is compared.</summary>
    public long Cursor { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Name of the person who asked for it.</summary>
    public string? AskedBy { get; set; }

    /// <summary>Tasks the index had when it began: how far it is.</summary>
    public int Expected { get; set; }

    /// <summary>Tasks looked at so far.</summary>
    public int Compared { get; set; }

    /// <summary>In the portal and not here; taken.</summary>
    public int Missing { get; set; }

    /// <summary>Here and no longer in the portal; removed.</summary>
    public int Gone { get; set; }

    /// <summary>Older here, or with other associations; taken anew.</summary>
    public int Older { get; set; }

    /// <summary>Tasks that could not be read.</summary>
    public int Unread { get; set; }

    /// <summary>Why it ended early; null when it did not.</summary>
    public string? Trouble { get; set; }

    public int Equal => Math.Max(0, Compared - Missing - Gone - Older - Unread);

    public void Begin(DateTimeOffset now, int expected, string? by)
    {
        (StartedAt, FinishedAt, AskedBy, Expected, Cursor) = (now, null, by, expected, 0);
        (Compared, Missing, Gone, Older, Unread, Trouble) = (0, 0, 0, 0, 0, null);
    }
}
