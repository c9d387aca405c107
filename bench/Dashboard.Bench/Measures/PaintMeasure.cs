using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;
using Microsoft.Playwright;

namespace Dashboard.Bench.Measures;

/// <summary>From the start of a navigation to the cards on the screen, and to a page that answers to hands.</summary>
internal static class PaintMeasure
{
    /// <summary>The first frame that holds cards, and the mark that the page's own script sets when its circuit answers.</summary>
    private const string Watch = """
        (() => {
          window.bench = {};
          const look = () => {
            if (!bench.cards && document.querySelector('[data-cards] > [data-task-id]')) {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => bench.cards = performance.now();
              channel.port2.postMessage(0);
            }
            if (document.body?.hasAttribute('data-interactive')) { bench.live = performance.now(); if (bench.cards) return; }
            requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        })();
        """;

    private const string Read = """
        () => bench.cards && bench.live
          ? [Math.max(bench.cards, performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0), bench.live, document.querySelectorAll('[data-task-id]').length]
          : null
        """;

    public static async Task RunAsync(Scene scene, string query, int runs)
    {
        var (painted, live) = (new List<double>(), new List<double>());
        var (paintedAgain, liveAgain) = (new List<double>(), new List<double>());
        for (var run = -1; run < runs; run++)
        {
            var page = await scene.VisitAsync();
            await page.AddInitScriptAsync(Watch);
            await page.GotoAsync(scene.Board(query));
            var cold = await ReadAsync(page);
            await page.GotoAsync("about:blank");
            await page.GotoAsync(scene.Board(query));
            var warm = await ReadAsync(page);
            await page.Context.CloseAsync();
            if (run >= 0)
            {
                painted.Add(cold[0]);
                live.Add(cold[1]);
                paintedAgain.Add(warm[0]);
                liveAgain.Add(warm[1]);
            }
        }

        Sheet.Row("browser, empty cache: cards painted", painted, "ms");
        Sheet.Row("browser, empty cache: interactive", live, "ms");
        Sheet.Row("browser, warm: cards painted", paintedAgain, "ms");
        Sheet.Row("browser, warm: interactive", liveAgain, "ms");
    }

    private static async Task<double[]> ReadAsync(IPage page) =>
        await (await page.WaitForFunctionAsync(Read, null, new() { Timeout = 30_000 })).JsonValueAsync<double[]>();
}
