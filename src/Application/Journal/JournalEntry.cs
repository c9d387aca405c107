using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Undoing;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Journal;

/// <summary>One change with what a line says beside it.</summary>
/// <param name="Subject">Of the task; null when nobody knows it any more.</param>
/// <param name="HasTask">Whether the task can be opened.</param>
public sealed record JournalEntry(HistoryEntry History, Standing Standing, string? Subject, bool HasTask, bool IsMine)
{
    public Change Change => History.Change;

    /// <summary>What the colour of the person follows, here as everywhere.</summary>
    public string PersonKey { get; init; } = "";

    /// <summary>A later change took it back.</summary>
    public bool IsUndone { get; init; }

    /// <summary>Names of the records it is about; null where unknown.</summary>
    public IReadOnlyDictionary<LinkTarget, string?> Records { get; init; } = new Dictionary<LinkTarget, string?>();

    /// <summary>Whether there is something to take back. A deletion that HubSpot has is its recycling bin's.</summary>
    public bool MayUndo(DateTimeOffset now) => !IsUndone && UndoWindow.IsOpen(Change, now) && Change.Kind switch
    {
        ChangeKind.Delete => Change.State == ChangeState.Waiting,
        ChangeKind.Create => HasTask && Change.State == ChangeState.Done,
        _ => HasTask && Change.State is ChangeState.Done or ChangeState.Waiting,
    };
}
