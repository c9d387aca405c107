using System.Collections.Concurrent;

namespace Dashboard.Sandbox.Controls;

public sealed record SeenCall(long At, string Method, string Path, string Query, int Status, double Milliseconds);

/// <summary>The last calls and a counter per route, for rate figures.</summary>
public sealed class CallBook
{
    private const int Kept = 2000;

    private readonly ConcurrentQueue<SeenCall> recent = new();
    private readonly ConcurrentDictionary<string, int> counters = new(StringComparer.Ordinal);

    public IReadOnlyCollection<SeenCall> Recent => recent;

    public IReadOnlyDictionary<string, int> Counters => counters;

    public void Add(SeenCall call, string route)
    {
        recent.Enqueue(call);
        counters.AddOrUpdate($"{call.Method} {route} {call.Status}", 1, static (_, count) => count + 1);
        while (recent.Count > Kept && recent.TryDequeue(out _))
        {
            // Only the newest are kept.
        }
    }

    public void Clear()
    {
        recent.Clear();
        counters.Clear();
    }
}
