using System.Diagnostics;
using Dashboard.Application.Board;
using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;
using Dashboard.Infrastructure.Background;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Bench.Measures;

/// <summary>The board by size of the portal: its query, its prerendered page over HTTP, and the page in a browser.</summary>
internal static class BoardMeasure
{
    private static readonly int[] Connections = [1, 2, 4, 8];

    /// <summary>A window of no column: a scrolled board is always read, never taken from the cache.</summary>
    private static readonly Dictionary<string, CardWindow> Anew = new() { ["none"] = CardWindow.First };

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
        using var cache = new BoardCache(new InProcessFeed(NullLogger<InProcessFeed>.Instance), TimeProvider.System);
        var show = new ShowBoard(scene.Product.Database, cache, TimeProvider.System);
        var query = BoardQuery.Default with { Owner = owner == "me" ? OwnerFilter.Me : OwnerFilter.Everyone };
        var times = new List<double>();
        for (var run = -10; run < Math.Max(runs, 20); run++)
        {
            var started = Stopwatch.GetTimestamp();
            var board = await show.RunAsync(scene.Owner, query, TimeZoneInfo.Utc, Anew, CancellationToken.None);
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
        Sheet.Row("board query, processor", await Sheet.RepeatAsync(runs, () => QueriesAsync(show, scene, query)), "ms");
    }

    /// <summary>Processor time of one query, which others on the machine disturb less than its duration.</summary>
    private static async Task<double> QueriesAsync(ShowBoard show, Scene scene, BoardQuery query)
    {
        const int times = 40;
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            await show.RunAsync(scene.Owner, query, TimeZoneInfo.Utc, Anew, CancellationToken.None);
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times;
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
            var (rates, cpu) = (new List<double>(), new List<double>());
            for (var run = 0; run < choices.Runs; run++)
            {
                var before = scene.Product.Cpu();
                var (pages, seconds) = await load.ManyAsync(connections, TimeSpan.FromSeconds(choices.Seconds));
                rates.Add(pages / seconds);
                cpu.Add((scene.Product.Cpu() - before) / pages);
            }

            Sheet.Row($"pages a second, {connections} connections", rates, "/s");
            Sheet.Row($"processor of the product a page, {connections} connections", cpu, "ms");
        }
    }
}
