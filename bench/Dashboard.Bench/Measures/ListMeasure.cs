using System.Diagnostics;
using Dashboard.Application.Board;
using Dashboard.Application.Board.Table;
using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;

namespace Dashboard.Bench.Measures;

/// <summary>The list's query (ListTasks) in each order: its first page, the one in the middle, and the last.</summary>
internal static class ListMeasure
{
    /// <summary>As the page asks for it.</summary>
    private const int Rows = 100;

    public static async Task RunAsync(Choices choices)
    {
        foreach (var tasks in choices.Tasks ?? [100_000])
        {
            await using var scene = await Scene.SetAsync(tasks);
            var list = new ListTasks(scene.Product.Database, TimeProvider.System);
            var filter = BoardQuery.Default with { Owner = OwnerFilter.Everyone, Closed = ClosedWindow.All };
            var total = (await list.RunAsync(scene.Owner, new TableQuery(filter, Take: Rows), TimeZoneInfo.Utc, CancellationToken.None)).Value.Total;
            Sheet.Title($"List of {total:N0} of {tasks:N0} tasks · load {Machine.Load()}");
            foreach (var sort in Enum.GetValues<TableSort>())
            {
                foreach (var (name, skip) in new[] { ("first", 0), ("middle", total / 2), ("last", total - Rows) })
                {
                    Sheet.Row($"{sort}, {name} page", await TimesAsync(list, scene, new TableQuery(filter, sort, false, skip, Rows), choices.Runs), "ms");
                }
            }
        }
    }

    private static async Task<List<double>> TimesAsync(ListTasks list, Scene scene, TableQuery query, int runs)
    {
        var times = new List<double>();
        for (var run = -2; run < Math.Max(runs, 10); run++)
        {
            var started = Stopwatch.GetTimestamp();
            await list.RunAsync(scene.Owner, query, TimeZoneInfo.Utc, CancellationToken.None);
            if (run >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        return times;
    }
}
