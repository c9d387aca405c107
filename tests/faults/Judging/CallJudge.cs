using Dashboard.Application.Changes;
using Dashboard.Faults.Workers;

namespace Dashboard.Faults.Judging;

/// <summary>Compares what people were told with what is stored.</summary>
public static class CallJudge
{
    /// <summary>A sentence for each thing that is wrong.</summary>
    public static IEnumerable<string> Wrong(IEnumerable<(Wish Wish, Outcome Outcome)> calls, IReadOnlyCollection<Change> changes)
    {
        var stored = changes.ToLookup(c => c.BatchId ?? c.Id);
        var asked = calls.Where(c => c.Wish.Kind != WishKind.Hint).ToDictionary(c => c.Wish.Operation);
        return asked.Values.Select(call => (call.Wish, call.Outcome, Rows: stored[call.Wish.Operation].Count())).Select(call => call switch
        {
            // What was so already needs no change; whoever wishes takes care that it is not.
            { Outcome: Outcome.Ok, Rows: 0 } => $"lost: {call.Wish.Kind} {call.Wish.Operation} was said to be saved",
            { Outcome: Outcome.Fail, Rows: > 0 } => $"stored: {call.Wish.Kind} {call.Wish.Operation} was said not to be saved",
            { Rows: > 0 } when call.Rows != Math.Max(1, call.Wish.Tasks.Length) => $"half stored: {call.Rows} of {call.Wish.Tasks.Length} of {call.Wish.Operation}",
            _ => null,
        }).Concat(stored.Where(s => !asked.ContainsKey(s.Key)).Select(s => $"nobody asked for {s.Key}")).OfType<string>();
    }
}
