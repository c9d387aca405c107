namespace Dashboard.Application.Tasks.Editing;

/// <summary>What a form begins with.</summary>
/// <param name="Values">As in <see cref="NewTask"/>.</param>
public sealed record TaskPrefill(IReadOnlyDictionary<string, string?> Values, IReadOnlyList<LinkedRecord> Records);
