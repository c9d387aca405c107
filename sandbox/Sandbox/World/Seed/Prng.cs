namespace Dashboard.Sandbox.World.Seed;

/// <summary>
/// SplitMix64: the same numbers for the same seed on every machine and runtime, which <see cref="Random"/> does not promise.
/// </summary>
public sealed class Prng(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 up to, not including, the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of several by weight.</summary>
    public T Weighted<T>(IReadOnlyList<(T Value, int Weight)> from)
    {
        var left = Below(from.Sum(entry => entry.Weight));
        foreach (var (value, weight) in from)
        {
            left -= weight;
            if (left < 0)
            {
                return value;
            }
        }

        return from[^1].Value;
    }
}
