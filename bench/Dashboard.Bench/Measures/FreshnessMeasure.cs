using System.Diagnostics;
using System.Globalization;
using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Bench.Measures;

/// <summary>How old the index is when a colleague changes something in HubSpot, whose search shows it 1 to 5 s later: by reading now and then, and with webhooks.</summary>
internal static class FreshnessMeasure
{
    private const int Edits = 200;

    /// <summary>Not a divisor of the reading's rhythm.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(370);

    public static async Task RunAsync(Choices choices)
    {
        foreach (var tasks in choices.Tasks ?? [100_000])
        {
            await using var scene = await Scene.SetAsync(tasks);
            using var colleague = new Colleague(scene.Portal);
            await colleague.LagAsync(1_000, 4_000);
            await TellAsync("without webhooks", scene, colleague, tasks);
            await colleague.SendWebhooksAsync($"{scene.Product.Origin}/webhooks/hubspot");
            await TellAsync("with webhooks", scene, colleague, tasks);
        }
    }

    private static async Task TellAsync(string how, Scene scene, Colleague colleague, int tasks)
    {
        await using var db = scene.Product.Database.Open(scene.Owner.Workspace);
        var ids = await db.Tasks.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync();
        var waiting = new Dictionary<long, (string Subject, long At)>();
        var ages = new List<double>();
        var step = ids.Count / Edits;
        for (var edit = 0; edit < Edits; edit++)
        {
            var (id, subject) = (ids[edit * step], $"{how} {edit}");
            waiting[id] = (subject, Stopwatch.GetTimestamp());
            await colleague.RenameAsync(id, subject);
            for (var turn = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(turn) < Between; await Task.Delay(20))
            {
                await LookAsync(scene, waiting, ages);
            }
        }

        await Until.HoldsAsync(
            async () =>
            {
                await LookAsync(scene, waiting, ages);
                return waiting.Count == 0;
            },
            TimeSpan.FromMinutes(5),
            TimeSpan.FromMilliseconds(20));
        var sorted = ages.Order().ToList();
        Sheet.Title($"{Edits} changes of a colleague, {tasks:N0} tasks, {how} · load {Machine.Load()}");
        Sheet.Print(string.Create(CultureInfo.InvariantCulture, $"  in the index after: p50 {sorted[Edits / 2]:N2} s, p95 {sorted[Edits * 95 / 100]:N2} s, most {sorted[^1]:N2} s"));
    }

    private static async Task LookAsync(Scene scene, Dictionary<long, (string Subject, long At)> waiting, List<double> ages)
    {
        await using var db = scene.Product.Database.Open(scene.Owner.Workspace);
        var ids = waiting.Keys.ToList();
        foreach (var row in await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Subject }).ToListAsync())
        {
            if (waiting[row.Id].Subject == row.Subject)
            {
                ages.Add(Stopwatch.GetElapsedTime(waiting[row.Id].At).TotalSeconds);
                waiting.Remove(row.Id);
            }
        }
    }
}
