namespace Dashboard.Application.Changes.Undoing;

/// <summary>How long a change can be taken back. Afterwards its values are forgotten.</summary>
public static class UndoWindow
{
    public static readonly TimeSpan Length = TimeSpan.FromDays(30);

    public static bool IsOpen(Change change, DateTimeOffset now) => change.AcceptedAt > now - Length;
}
