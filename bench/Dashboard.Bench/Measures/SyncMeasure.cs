using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;

namespace Dashboard.Bench.Measures;

/// <summary>Full sync of a fresh index, with HubSpot's rate limit and without, each page 150 ms late, against what the limit allows at best.</summary>
internal static class SyncMeasure
{
    private const int Latency = 150;

    public static async Task RunAsync(Choices choices)
    {
        foreach (var tasks in choices.Tasks ?? [100_000])
        {
            if (choices.Limited != false)
            {
                await ReadAsync(tasks, choices.Runs, limited: true, Latency);
            }

            if (choices.Limited != true)
            {
                await ReadAsync(tasks, choices.Runs, limited: false, 0);
            }
        }
    }

    private static async Task ReadAsync(int tasks, int runs, bool limited, int latency)
    {
        Sheet.Title($"Full sync of {tasks:N0} tasks, {(limited ? "110 calls in 10 s" : "no limit")}, {latency} ms a call · load {Machine.Load()}");
        var (seconds, cpu, atBest, atPace, share) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            await using var scene = await Scene.SetAsync(tasks, limited, latency);
            var (calls, searches, refused) = await scene.Portal.CallsAsync();
            var state = (await scene.Product.SyncAsync(scene.Owner.Workspace))!;
            var took = (state.FinishedAt - state.StartedAt)!.Value.TotalSeconds;
            seconds.Add(took);
            cpu.Add(scene.Product.Cpu() / 1000);
            atBest.Add(Math.Max(0, calls - 110) / 11.0);
            atPace.Add(calls / 11.0);
            share.Add(calls / 11.0 / took * 100);
            Sheet.Print($"    run {run + 1}: {took:N1} s, {state.TasksRead:N0} tasks, {calls} calls and {searches} searches, {refused} refused with 429, load {Machine.Load()}");
        }

        Sheet.Row("full sync", seconds, "s");
        Sheet.Row("processor of the product, start included", cpu, "s");
        if (limited)
        {
            Sheet.Row("the limit allows, all at once first: (calls-110)/11", atBest, "s");
            Sheet.Row("the limit allows, evenly: calls/11", atPace, "s");
            Sheet.Row("of the even pace", share, "%");
        }
    }
}
