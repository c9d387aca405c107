namespace Dashboard.UnitTests.Architecture;

internal sealed record Sized(string Name, int Lines);

/// <param name="Median">Lines that at least half of all keep to.</param>
/// <param name="Ninetieth">Lines that nine of ten keep to.</param>
/// <param name="Most">Lines that none may pass.</param>
internal sealed record Budget(int Median, int Ninetieth, int Most)
{
    public IEnumerable<string> Breaches(IEnumerable<Sized> all)
    {
        var sorted = all.OrderByDescending(one => one.Lines).ToArray();
        foreach (var one in sorted.Where(one => one.Lines > Most))
        {
            yield return $"{one.Lines} {one.Name} (at most {Most})";
        }

        foreach (var (name, share, limit) in new[] { ("median", 0.5, Median), ("nine of ten", 0.9, Ninetieth) })
        {
            // Less than a handful says nothing about a distribution.
            if (sorted.Length >= 5 && sorted[(int)((1 - share) * sorted.Length)].Lines is var lines && lines > limit && lines <= Most)
            {
                yield return $"{name} {lines} (at most {limit})";
                yield break;
            }
        }
    }
}
