namespace Dashboard.Application.Changes.Settling;

/// <summary>What an intake did.</summary>
/// <param name="Changed">Tasks whose row is now another than before.</param>
/// <param name="Unreadable">Tasks, or notes of tasks, that were left out.</param>
public sealed record TaskIntakeOutcome(IReadOnlyList<long> Changed, int Unreadable);
