using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;
using Microsoft.Playwright;

namespace Dashboard.Bench.Measures;

/// <summary>A thumb that scrolls a long column, on a processor four times slower than this one: frames a second, and the longest wait for one.</summary>
internal static class ScrollMeasure
{
    private const string Count = """
        () => {
          window.frames = [];
          const look = now => { frames.push(now); requestAnimationFrame(look); };
          requestAnimationFrame(look);
        }
        """;

    private const string Read = """
        () => {
          const waits = frames.slice(1).map((at, i) => at - frames[i]).filter(wait => wait > 0);
          return [1000 * waits.length / waits.reduce((a, b) => a + b, 0), Math.max(...waits), document.querySelector('[data-shown] [data-cards]').scrollTop];
        }
        """;

    public static async Task RunAsync(Choices choices)
    {
        foreach (var tasks in choices.Tasks ?? [1_000])
        {
            await using var scene = await Scene.SetAsync(tasks);
            Sheet.Title($"Scrolling a column by thumb, {tasks:N0} tasks, 390 × 844, processor slowed 4× · load {Machine.Load()}");
            var (rates, waits, ways) = (new List<double>(), new List<double>(), new List<double>());
            for (var run = 0; run < Math.Max(5, choices.Runs); run++)
            {
                var seen = await ScrollAsync(scene);
                rates.Add(seen[0]);
                waits.Add(seen[1]);
                ways.Add(seen[2]);
            }

            Sheet.Row("frames a second", rates, "");
            Sheet.Row("longest wait for a frame", waits, "ms");
            Sheet.Row("way scrolled", ways, "px");
        }
    }

    private static async Task<double[]> ScrollAsync(Scene scene)
    {
        var page = await scene.VisitAsync(phone: true);
        await page.GotoAsync(scene.Board("owner=all"));
        await page.WaitForSelectorAsync("body[data-interactive][data-connection=connected]", new() { State = WaitForSelectorState.Attached });
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        await page.EvaluateAsync(Count);
        for (var swipe = 0; swipe < 6; swipe++)
        {
            await SwipeAsync(tools);
        }

        var seen = await page.EvaluateAsync<double[]>(Read);
        await page.Context.CloseAsync();
        return seen;
    }

    /// <summary>A finger that goes up the screen by 450 points, 15 at a time; each step waits for the page to have taken the one before.</summary>
    private static async Task SwipeAsync(ICDPSession tools)
    {
        await TouchAsync(tools, "touchStart", 700);
        for (var y = 685; y >= 250; y -= 15)
        {
            await TouchAsync(tools, "touchMove", y);
        }

        await TouchAsync(tools, "touchEnd", null);
    }

    private static async Task TouchAsync(ICDPSession tools, string type, int? y) => await tools.SendAsync("Input.dispatchTouchEvent", new()
    {
        ["type"] = type,
        ["touchPoints"] = y is { } at ? new[] { new { x = 195, y = at } } : [],
    });
}
