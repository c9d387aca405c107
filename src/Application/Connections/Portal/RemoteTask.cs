namespace Dashboard.Application.Connections.Portal;

/// <summary>
/// A task as one answer of HubSpot told it. A property that is missing from <paramref name="Properties"/> was not part of the answer;
/// null means empty. All values are HubSpot's own texts.
/// </summary>
/// <param name="Links">Associations, or null when the answer did not speak of them.</param>
public sealed record RemoteTask(
    long Id,
    IReadOnlyDictionary<string, string?> Properties,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt,
    IReadOnlyList<RemoteLink>? Links);

/// <summary>One end of an association of a task.</summary>
/// <param name="ObjectType">HubSpot's object type id, such as <c>0-1</c>.</param>
public sealed record RemoteLink(string ObjectType, long RecordId);

/// <summary>A page of the list of tasks, in ascending id order.</summary>
/// <param name="Unreadable">Elements of the page that could not be read and were left out.</param>
/// <param name="After">Cursor of the next page; null on the last one.</param>
public sealed record TaskPage(IReadOnlyList<RemoteTask> Tasks, int Unreadable, string? After)
{
    /// <summary>Those elements, one by one.</summary>
    public IReadOnlyList<UnreadTask> Unread { get; init; } = [];
}

/// <summary>A page of the recycling bin.</summary>
/// <param name="After">Cursor of the next page; null on the last one.</param>
public sealed record BinPage(IReadOnlyList<long> Ids, string? After);

/// <summary>An answer of search. It may lag behind, and it holds no associations.</summary>
/// <param name="Total">Matches in all; at most the first 10,000 can be paged through.</param>
public sealed record TaskFinds(IReadOnlyList<RemoteTask> Tasks, int Unreadable, long Total)
{
    /// <summary>The unreadable ones, one by one.</summary>
    public IReadOnlyList<UnreadTask> Unread { get; init; } = [];
}

/// <summary>What to search tasks for. Bounds are inclusive unless they say otherwise.</summary>
/// <param name="Limit">1 to 200.</param>
public sealed record TaskSearch(string SortBy, bool Descending = false, int Limit = 200)
{
    public DateTimeOffset? ModifiedFrom { get; init; }

    public DateTimeOffset? ModifiedTo { get; init; }

    /// <summary>Exclusive.</summary>
    public long? IdAfter { get; init; }
}

/// <summary>New values of one task; null clears.</summary>
public sealed record TaskUpdate(long Id, IReadOnlyDictionary<string, string?> Values);

/// <summary>A task to be made. Empty values are left out.</summary>
public sealed record RemoteDraft(IReadOnlyDictionary<string, string?> Values, IReadOnlyList<RemoteTarget> Targets);

/// <summary>A task to be made under a key. Empty values are left out.</summary>
public sealed record KeyedDraft(string Key, IReadOnlyDictionary<string, string?> Values);

/// <param name="IsNew">Made by this request; else there was one under its key.</param>
public sealed record UpsertedTask(RemoteTask Task, bool IsNew);

/// <summary>A record to associate with, under a label or, without one, plainly.</summary>
/// <param name="Category">Such as <c>USER_DEFINED</c>; with <paramref name="TypeId"/> or not at all.</param>
public sealed record RemoteTarget(RecordKind Kind, long RecordId, string? Category = null, int? TypeId = null);
