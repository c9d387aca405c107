using System.Diagnostics;
using Dashboard.Application.Board;
using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;

namespace Dashboard.Bench.Measures;

/// <summary>The board by size of the portal: its query, its prerendered page over HTTP, and the page in a browser.</summary>
internal static class BoardMeasure
{
    private static readonly int[] Connections = [1, 2, 4, 8];

    public static async Task RunAsync(Choices choices)
    {
        foreach (var tasks in choices.Tasks ?? [1_000, 5_000, 100_000])
        {
            await using var scene = await Scene.SetAsync(tasks);
            foreach (var owner in new[] { "me", "all" })
            {
                Sheet.Title($"Board of {tasks:N0} tasks, owner={owner} · load {Machine.Load()}");
                await QueryAsync(scene, owner, choices.Runs);
                await PageAsync(scene, owner, choices);
                await PaintMeasure.RunAsync(scene, $"owner={owner}", choices.Runs);
            }
        }
    }

    private static async Task QueryAsync(Scene scene, string owner, int runs)
    {
        var show = new ShowBoard(scene.Product.Database, TimeProvider.System);
        var query = BoardQuery.Default with { Owner = owner == "me" ? OwnerFilter.Me : OwnerFilter.Everyone };
        var times = new List<double>();
        for (var run = -10; run < Math.Max(runs, 20); run++)
        {
            var started = Stopwatch.GetTimestamp();
            var board = await show.RunAsync(scene.Owner, query, TimeZoneInfo.Utc, new Dictionary<string, CardWindow>(), CancellationToken.None);
            if (run >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            if (run == 0)
            {
                Sheet.Print($"  {board.Value.Total:N0} tasks indexed, {board.Value.Columns.Sum(c => c.Count):N0} shown, {board.Value.Columns.Sum(c => c.Cards.Count)} cards read in {board.Value.Columns.Count} columns");
            }
        }

        Sheet.Row("board query (ShowBoard)", times, "ms");
    }

    private static async Task PageAsync(Scene scene, string owner, Choices choices)
    {
        var load = new Load(scene.Board($"owner={owner}"), scene.Cookies);
        await load.WarmAsync();
        var alone = await load.OneByOneAsync(Math.Max(choices.Runs, 20));
        Sheet.Row("page, time to first byte", [.. alone.Select(a => a.FirstByte)], "ms");
        Sheet.Row("page, whole", [.. alone.Select(a => a.Whole)], "ms");
        Sheet.Row("page, bytes", [.. alone.Select(a => a.Bytes / 1024.0)], "KiB");
        Sheet.Row("page, bytes with brotli", [await load.CompressedBytesAsync() / 1024.0], "KiB");
        foreach (var connections in Connections)
        {
            var rates = new List<double>();
            for (var run = 0; run < choices.Runs; run++)
            {
                rates.Add(await load.PerSecondAsync(connections, TimeSpan.FromSeconds(choices.Seconds)));
            }

            Sheet.Row($"pages a second, {connections} connections", rates, "/s");
        }
    }
}
