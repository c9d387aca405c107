using System.Text.Json;
using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dashboard.Bench.Measures;

/// <summary>A thousand open tasks completed in one gesture, by the page's own buttons: calls to HubSpot, time until it is stored, time until HubSpot has all.</summary>
internal static class BulkMeasure
{
    private const int Many = 1_000;

    /// <summary>HubSpot takes a hundred in one call.</summary>
    private const int Fewest = Many / 100;

    public static async Task RunAsync(Choices choices)
    {
        foreach (var tasks in choices.Tasks ?? [3_000])
        {
            var (accept, finish, calls) = (new List<double>(), new List<double>(), new List<double>());
            for (var run = 0; run < choices.Runs; run++)
            {
                await using var scene = await Scene.SetAsync(tasks);
                var took = await CompleteAsync(scene);
                accept.Add(took.Accept);
                finish.Add(took.Finish);
                calls.Add(took.Calls);
            }

            Sheet.Title($"{Many:N0} of {tasks:N0} tasks completed in one gesture · load {Machine.Load()}");
            Sheet.Row("press to stored on our server and shown as a run", accept, "ms");
            Sheet.Row("press to HubSpot has all, told on the page", finish, "ms");
            Sheet.Row($"writing calls to HubSpot (must be {Fewest})", calls, "calls");
        }
    }

    private static async Task<(double Accept, double Finish, double Calls)> CompleteAsync(Scene scene)
    {
        await using var db = scene.Product.Database.Open(scene.Owner.Workspace);
        var ids = await db.Tasks.Where(t => !t.IsClosed).OrderBy(t => t.Id).Take(Many).Select(t => t.Id).ToListAsync();
        if (ids.Count < Many)
        {
            throw new InvalidOperationException($"Only {ids.Count} open tasks: choose a larger portal.");
        }

        var page = await scene.VisitAsync();
        await page.AddInitScriptAsync($"sessionStorage['selection:{scene.Slug}'] ??= '{JsonSerializer.Serialize(ids)}'");
        await page.GotoAsync($"/w/{scene.Slug}/list?owner=all");
        await page.Locator($"[data-bulk-count='{Many}']").WaitForAsync();
        await page.Locator("[data-bulk-do=complete]").ClickAsync();
        var run = page.Locator("[data-bulk-run]");
        await run.WaitForAsync();
        var before = await scene.Portal.WritesAsync();
        await page.EvaluateAsync("document.querySelector('[data-bulk-run]').addEventListener('click', () => window.pressed = performance.now(), { capture: true })");
        await run.ClickAsync();
        var accept = await Told(page, "[data-bulk-run-id]");
        var finish = await Told(page, "[data-bulk-run-id][data-over=true]");
        var calls = await scene.Portal.WritesAsync() - before;
        await page.Context.CloseAsync();
        return (accept, finish, calls);
    }

    private static async Task<double> Told(IPage page, string selector)
    {
        var seen = await page.WaitForFunctionAsync("selector => document.querySelector(selector) && performance.now() - window.pressed", selector, new() { Timeout = 120_000, PollingInterval = 5 });
        return await seen.JsonValueAsync<double>();
    }
}
