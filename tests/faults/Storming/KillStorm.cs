using System.Diagnostics;
using System.Net.Http.Json;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Faults.Judging;
using Dashboard.Faults.Network;
using Dashboard.Faults.Workers;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Faults.Storming;

/// <summary>
/// Random writes through two replicas that are killed in turn, while HubSpot and the network to it fail in all their ways. The seed decides
/// what is wished and what fails when; how the processes meet it is up to the machine.
/// </summary>
public sealed class KillStorm(Stage stage, StormPlan plan) : IDisposable
{
    private const int Persons = 4;

    private static readonly object[] Troubles =
    [
        new { kind = "429", policy = "SECONDLY" }, new { kind = "status", status = 500 }, new { kind = "status", status = 503 }, new { kind = "html" },
        new { kind = "reset" }, new { kind = "drop" }, new { kind = "drop" }, new { kind = "truncate" }, new { kind = "delay", milliseconds = 600 },
    ];

    private readonly CallLog log = new();
    private readonly SemaphoreSlim turns = new(0);
    private readonly Random weather = new(plan.Seed);
    private int begun;
    private int answered;
    private int troubles;

    public static async Task<StormReport> RunAsync(StormPlan plan)
    {
        await using var stage = await Stage.SetAsync(plan.Portals, plan.TasksEach, synced: true, plan.Settings);
        using var storm = new KillStorm(stage, plan);
        return await storm.RunAsync();
    }

    public async Task<StormReport> RunAsync()
    {
        await using var replicas = await Replicas.StartAsync(stage);
        var watch = Stopwatch.StartNew();
        var persons = await PersonsAsync();
        var writing = persons.Select(person => WriteAsync(person, replicas.Origin)).ToList();
        for (var round = 0; round < Math.Max(1, plan.Kills); round++)
        {
            await RoundAsync(replicas, round);
        }

        await Task.WhenAll(writing);
        var lasted = watch.Elapsed;
        await stage.Control.DeleteAsync(new Uri("faults", UriKind.Relative));
        stage.Network.Clear();
        watch.Restart();
        var calm = await CalmAsync();
        return await ReportAsync(replicas.Kills, lasted, watch.Elapsed, calm);
    }

    public void Dispose() => turns.Dispose();

    private async Task<List<Gusts>> PersonsAsync()
    {
        var all = new List<Gusts>();
        foreach (var (workspace, at) in stage.Workspaces.Select((workspace, at) => (workspace, at)))
        {
            await using var db = stage.Open(workspace);
            var many = stage.Workspaces.Count == 1 ? Persons : 1;
            for (var share = 0; share < many; share++)
            {
                var person = new Gusts(workspace, new Random((plan.Seed * 1_000) + all.Count), $"{at}-{share}");
                await person.LoadAsync(db, share, many);
                all.Add(person);
            }
        }

        return all;
    }

    /// <summary>Some writes, in the middle of which one of the replicas dies.</summary>
    private async Task RoundAsync(Replicas replicas, int round)
    {
        var rounds = Math.Max(1, plan.Kills);
        var upTo = (int)((long)plan.Writes * (round + 1) / rounds);
        var from = (int)((long)plan.Writes * round / rounds);
        await BlowAsync(from, upTo);
        turns.Release(upTo - from);
        var moment = weather.Next(from, upTo + 1);
        var victim = weather.Next(2);
        await Eventually.HoldsAsync(() => Task.FromResult(Volatile.Read(ref begun) >= moment), $"write {moment}", TimeSpan.FromMinutes(2));
        if (plan.Kills > 0)
        {
            await replicas.KillAsync(victim);
        }

        await Eventually.HoldsAsync(() => Task.FromResult(Volatile.Read(ref answered) >= upTo), $"the answer to write {upTo}", TimeSpan.FromMinutes(2));
    }

    private async Task BlowAsync(int from, int upTo)
    {
        for (var write = from; write < upTo; write++)
        {
            if (weather.Next(6) == 0)
            {
                troubles++;
                var method = weather.Next(3) switch { 0 => "POST", 1 => "PATCH", _ => (string?)null };
                var rule = new { match = new { path = "/objects/", method, count = 1, nth = 1 + weather.Next(3) }, effect = Troubles[weather.Next(Troubles.Length)] };
                (await stage.Control.PostAsync(new Uri("faults", UriKind.Relative), JsonContent.Create(new[] { rule }))).EnsureSuccessStatusCode();
            }

            if (weather.Next(10) == 0)
            {
                stage.Network.Strike((NetworkFault)weather.Next(3));
            }
        }
    }

    private async Task WriteAsync(Gusts person, string origin)
    {
        using var caller = new Caller(origin, log);
        while (Interlocked.Increment(ref begun) <= plan.Writes)
        {
            await turns.WaitAsync();
            var wish = person.Next();
            var outcome = await caller.AskAsync(wish);
            if (outcome == Outcome.Unknown && wish.Operation.ToByteArray()[15] % 2 == 0)
            {
                // Half of those who got no answer ask again, as the same gesture.
                outcome = await caller.AskAsync(wish) == Outcome.Ok ? Outcome.Ok : Outcome.Unknown;
            }

            person.Heard(wish, outcome);
            Interlocked.Increment(ref answered);
        }
    }

    /// <summary>Everything accepted comes to an end, and every index to its portal.</summary>
    /// <returns>What did not.</returns>
    private async Task<List<string>> CalmAsync()
    {
        var restless = new List<string>();
        foreach (var workspace in stage.Workspaces)
        {
            try
            {
                await Eventually.HoldsAsync(async () => await IsSettledAsync(workspace) && (await IndexPrint.DifferencesAsync(stage.Services, workspace)).Count == 0, "calm", TimeSpan.FromMinutes(2));
            }
            catch (TimeoutException)
            {
                restless.Add($"workspace {workspace} did not come to rest");
                restless.AddRange(await IndexPrint.DifferencesAsync(stage.Services, workspace));
            }
        }

        return restless;
    }

    /// <summary>Nobody waits for second thoughts or for the end of a pause. What may still be under way is left alone.</summary>
    private async Task<bool> IsSettledAsync(WorkspaceId workspace)
    {
        await using var db = stage.Open(workspace);
        var now = DateTimeOffset.UtcNow;
        var late = db.Changes.Where(c => c.State == ChangeState.Waiting && c.NotBefore > now);
        if (await late.AnyAsync())
        {
            await late.ExecuteUpdateAsync(set => set.SetProperty(c => c.NotBefore, now));
        }

        return !await db.Changes.AnyAsync(c => c.State == ChangeState.Waiting || c.State == ChangeState.Checking);
    }

    private async Task<StormReport> ReportAsync(int kills, TimeSpan lasted, TimeSpan converged, List<string> wrong)
    {
        var ledger = stage.Ledger(stage.Before);
        var all = new List<Change>();
        foreach (var workspace in stage.Workspaces)
        {
            await using var db = stage.Open(workspace);
            all.AddRange(await db.Changes.AsNoTracking().ToListAsync());
            var hub = await db.Connections.Select(c => c.HubId).SingleAsync();
            wrong.AddRange((await Oracle.OfAsync(db, ledger, hub)).Wrong());
        }

        wrong.AddRange(CallJudge.Wrong(log.Calls, all));
        var stored = all.Select(c => c.BatchId ?? c.Id).ToHashSet();
        int Count(Outcome outcome) => log.Calls.Count(call => call.Outcome == outcome);
        return new StormReport(
            plan, Count(Outcome.Ok), Count(Outcome.Fail), Count(Outcome.Unknown), log.Calls.Count(c => c.Outcome == Outcome.Unknown && stored.Contains(c.Wish.Operation)),
            all.Count, all.Count(c => c.State == ChangeState.Done), kills, stage.Network.Struck + troubles, lasted, converged, wrong, log.Reasons);
    }
}
