using Dashboard.Application.Board.Moving;

namespace Dashboard.Web.Cards;

/// <summary>A drop as the script tells it: hostile input until the use case checked it.</summary>
public sealed record MoveMessage(Guid Operation, long TaskId, string? FromZone, string? Zone, long? Above, long? Below, DateTimeOffset? SeenDue = null)
{
    public TaskMove ToMove() => new(Operation, TaskId, FromZone ?? "", Zone ?? "", Above, Below) { SeenDue = SeenDue };
}

/// <param name="Sentence">What to tell when it was not stored.</param>
public sealed record MoveAnswer(bool Ok, string? Sentence);

/// <summary>The last change made on this screen, offered to be taken back.</summary>
/// <param name="Run">The gesture they were made with, where it carried several cards.</param>
public sealed record UndoOffer(IReadOnlyList<Guid> Changes, long Task, string Text, Guid? Run = null);
