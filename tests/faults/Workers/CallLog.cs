using System.Collections.Concurrent;

namespace Dashboard.Faults.Workers;

/// <summary>What somebody who asked knows afterwards.</summary>
public enum Outcome
{
    /// <summary>It was said to be saved.</summary>
    Ok,

    /// <summary>It was said not to be saved.</summary>
    Fail,

    /// <summary>No answer came.</summary>
    Unknown,
}

/// <summary>Every call and what came of it.</summary>
public sealed class CallLog
{
    private readonly ConcurrentDictionary<Guid, (Wish Wish, Outcome Outcome)> calls = new();

    private readonly ConcurrentDictionary<string, int> reasons = new(StringComparer.Ordinal);

    /// <summary>Why there was no answer, and how often.</summary>
    public IReadOnlyDictionary<string, int> Reasons => reasons;

    public IReadOnlyCollection<(Wish Wish, Outcome Outcome)> Calls => [.. calls.Values];

    public void Unanswered(string reason) => reasons.AddOrUpdate(reason, 1, (_, before) => before + 1);

    /// <summary>Asked again after no answer: a refusal then says nothing about the first time.</summary>
    public void Write(Wish wish, Outcome outcome) => calls.AddOrUpdate(
        wish.Operation, (wish, outcome), (_, before) => (wish, before.Outcome == Outcome.Unknown && outcome != Outcome.Ok ? Outcome.Unknown : outcome));
}
