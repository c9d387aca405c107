using System.Globalization;

namespace Dashboard.Bench.Figures;

/// <summary>Prints figures: median, least and most of what was measured. Judges nothing.</summary>
internal static class Sheet
{
    public static void Print(string line) => Console.WriteLine(line);

    public static void Title(string title) => Console.WriteLine($"\n{title}");

    public static async Task<IReadOnlyCollection<double>> RepeatAsync(int runs, Func<Task<double>> measure)
    {
        var values = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            values.Add(await measure());
        }

        return values;
    }

    /// <param name="tail">Also what 95 of a hundred stay below.</param>
    public static void Row(string what, IReadOnlyCollection<double> values, string unit, bool tail = false)
    {
        if (values.Count == 0)
        {
            Console.WriteLine($"  {what,-52} nothing measured");
            return;
        }

        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        var median = sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        var most = tail ? string.Create(CultureInfo.InvariantCulture, $"p95 {sorted[(sorted.Count - 1) * 95 / 100]:N1} ") : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {what,-52} {median,9:N1} {most}({sorted[0]:N1}–{sorted[^1]:N1}) {unit}, n = {sorted.Count}"));
    }
}
