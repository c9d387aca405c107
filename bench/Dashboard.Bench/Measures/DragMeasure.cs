using System.Globalization;
using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;
using Microsoft.Playwright;

namespace Dashboard.Bench.Measures;

/// <summary>From the button let go to: the card in its new column on the own screen, the move stored here, HubSpot has it.</summary>
internal static class DragMeasure
{
    private const string From = "status:NOT_STARTED";
    private const string To = "status:COMPLETED";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Notes the drop, the card in the target column, and the frame that shows it.</summary>
    private const string Watch = """
        ([zone, id]) => {
          window.drop = {};
          const lane = document.querySelector(`[data-zone="${zone}"]`);
          const look = () => {
            if (drop.dom || !lane.querySelector(`[data-task-id="${id}"]`)) return;
            drop.dom = performance.now();
            requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => drop.frame = performance.now(); c.port2.postMessage(0); });
          };
          new MutationObserver(look).observe(lane, { childList: true, subtree: true });
          window.addEventListener('pointerup', () => { drop.at = performance.now(); drop.epoch = performance.timeOrigin + drop.at; }, { capture: true, once: true });
        }
        """;

    /// <summary>Once nothing is on its way: id of the second card, a point on it, a point in the target column.</summary>
    private const string Find = """
        ([from, to]) => {
          const cards = [...document.querySelectorAll(`[data-zone="${from}"] [data-cards] > [data-task-id][data-state=saved]`)].filter(c => c.checkVisibility({ visibilityProperty: true }));
          if (!cards[1] || document.querySelector('[data-landing] [data-task-id], [data-state=pending]')) return null;
          const box = cards[1].getBoundingClientRect();
          const lane = document.querySelector(`[data-zone="${to}"] [data-cards]`).getBoundingClientRect();
          return [+cards[1].dataset.taskId, box.left + 60, box.top + 40, lane.left + lane.width / 2, lane.top + 150];
        }
        """;

    public static async Task RunAsync(Choices choices)
    {
        foreach (var tasks in choices.Tasks ?? [1_000])
        {
            await using var scene = await Scene.SetAsync(tasks);
            await MeasureAsync(scene, scene.Product.Origin, choices.Runs, $"Drop on a board of {tasks:N0} tasks");
            await using var far = new DelayProxy(new Uri(scene.Product.Origin).Port, TimeSpan.FromMilliseconds(50));
            await MeasureAsync(scene, far.Origin, choices.Runs, $"Drop on a board of {tasks:N0} tasks, 50 ms round trip to the product");
        }
    }

    private static async Task MeasureAsync(Scene scene, string origin, int runs, string title)
    {
        Sheet.Title($"{title} · load {Machine.Load()}");
        var page = await scene.VisitAsync(origin);
        await OpenAsync(scene, page);
        var drops = new List<Drop>();
        var missed = 0;
        for (var run = -2; run < Math.Max(5, runs); run++)
        {
            try
            {
                var drop = await DropAsync(scene, page);
                if (run >= 0)
                {
                    drops.Add(drop);
                }
            }
            catch (TimeoutException)
            {
                missed++;
                await OpenAsync(scene, page);
            }
        }

        Sheet.Print($"  {missed} gestures came to nothing within {Patience.TotalSeconds:N0} s and are left out");
        Sheet.Row("drop to card in its column (own DOM)", [.. drops.Select(d => d.Dom)], "ms");
        Sheet.Row("drop to the end of the frame that shows it", [.. drops.Select(d => d.Frame)], "ms");
        Sheet.Row("drop to stored on our server", [.. drops.Select(d => d.Stored)], "ms");
        Sheet.Row("drop to HubSpot's ledger has it", [.. drops.Select(d => d.Sent)], "ms");
        await page.Context.CloseAsync();
    }

    private static async Task OpenAsync(Scene scene, IPage page)
    {
        await page.GotoAsync($"/w/{scene.Slug}/board?owner=all");
        await page.WaitForSelectorAsync("body[data-interactive][data-connection=connected]", new() { State = WaitForSelectorState.Attached });
    }

    private static async Task<Drop> DropAsync(Scene scene, IPage page)
    {
        var place = await (await page.WaitForFunctionAsync(Find, new[] { From, To })).JsonValueAsync<double[]>();
        var task = (long)place[0];
        var id = task.ToString(CultureInfo.InvariantCulture);
        var newest = await scene.Portal.NewestAsync();
        await page.EvaluateAsync(Watch, new[] { To, id });

        await page.Mouse.MoveAsync((float)place[1], (float)place[2]);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)place[3], (float)place[4], new() { Steps = 18 });
        await page.WaitForTimeoutAsync(300);
        var quick = TimeSpan.FromMilliseconds(1);
        var stored = Until.HoldsAsync(() => scene.Product.HasChangeAsync(scene.Owner.Workspace, task), Patience, quick);
        var sent = Until.HoldsAsync(() => scene.Portal.HasStatusAsync(newest, id, "COMPLETED"), Patience, TimeSpan.FromMilliseconds(3));
        await page.Mouse.UpAsync();
        await Task.WhenAll(stored, sent);
        var (storedAt, sentAt) = (await stored, await sent);
        var seen = await (await page.WaitForFunctionAsync("() => drop.frame && [drop.dom - drop.at, drop.frame - drop.at, drop.epoch]")).JsonValueAsync<double[]>();
        await page.WaitForFunctionAsync("id => document.querySelector(`[data-cards] > [data-task-id='${id}']`)?.dataset.state === 'saved' || !document.querySelector(`[data-cards] > [data-task-id='${id}']`)", id);

        double After(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).TotalMilliseconds - seen[2];
        return new Drop(seen[0], seen[1], After(storedAt), After(sentAt));
    }

    private sealed record Drop(double Dom, double Frame, double Stored, double Sent);
}
