using Dashboard.Application.Changes;

namespace Dashboard.Application.Tasks.Editing;

/// <summary>A task somebody wants made.</summary>
/// <param name="Operation">One per gesture, so that a message sent twice makes one task.</param>
/// <param name="Values">As in <see cref="TaskEdit"/>. Left out, the due date is the end of the working day, the owner whoever asks, the status the first open one.</param>
/// <param name="Records">Associated from the beginning.</param>
public sealed record NewTask(Guid Operation, IReadOnlyDictionary<string, string?> Values, IReadOnlyList<LinkTarget> Records);
