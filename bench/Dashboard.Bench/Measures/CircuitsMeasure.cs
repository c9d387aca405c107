using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;
using Microsoft.Playwright;

namespace Dashboard.Bench.Measures;

/// <summary>Memory of the product: idle, and for each further open board, in real pages of a browser.</summary>
internal static class CircuitsMeasure
{
    public static async Task RunAsync(Choices choices)
    {
        foreach (var tasks in choices.Tasks ?? [1_000])
        {
            await using var scene = await Scene.SetAsync(tasks);
            Sheet.Title($"Memory with {tasks:N0} tasks · load {Machine.Load()}");
            await TellAsync(scene, "after the first sync");
            var page = await scene.VisitAsync();
            await OpenAsync(scene, [page, await page.Context.NewPageAsync(), await page.Context.NewPageAsync()]);
            var (heap, rss) = await TellAsync(scene, "three boards open");

            var (heaps, sizes) = (new List<double>(), new List<double>());
            var open = 0;
            for (var round = 0; round < 5; round++)
            {
                var tabs = new List<IPage>();
                for (var tab = 0; tab < Math.Max(1, choices.Tabs / 5); tab++)
                {
                    tabs.Add(await page.Context.NewPageAsync());
                }

                await OpenAsync(scene, tabs);
                open += tabs.Count;
                var (heapNow, rssNow) = await TellAsync(scene, $"{open} more");
                heaps.Add((heapNow - heap) / open * 1024);
                sizes.Add((rssNow - rss) / open * 1024);
            }

            Sheet.Row("managed heap for each further open board", heaps, "KiB");
            Sheet.Row("resident memory for each further open board", sizes, "KiB");
            await page.Context.CloseAsync();
        }
    }

    private static async Task OpenAsync(Scene scene, IEnumerable<IPage> pages)
    {
        foreach (var page in pages)
        {
            await page.GotoAsync(scene.Board("owner=all"));
            await page.WaitForSelectorAsync("body[data-interactive]", new() { State = WaitForSelectorState.Attached });
        }
    }

    private static async Task<(double Heap, double Rss)> TellAsync(Scene scene, string when)
    {
        // Rendering that is still under way would count as memory of the page.
        await Task.Delay(TimeSpan.FromSeconds(2));
        var heap = await scene.Product.HeapAsync();
        var rss = scene.Product.Rss();
        Sheet.Print($"  {when,-52} heap {heap,6:N1} MiB, resident {rss,6:N1} MiB");
        return (heap, rss);
    }
}
