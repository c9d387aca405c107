using System.Net.Http.Json;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Faults;
using Dashboard.Faults.Judging;
using Dashboard.Faults.Workers;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Eventually = Dashboard.Faults.Eventually;

namespace Dashboard.UnitTests.Changes.Replicas;

/// <summary>
/// Workers on one data folder, one after the other, each of which dies at a point of its own while somebody works with it: the next one
/// finds what it left. What got no answer is asked again of the next, as the same gesture.
/// </summary>
internal sealed class KillChain(Stage stage) : IAsyncDisposable
{
    private const int Killed = 128 + 9;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly CallLog log = new();
    private readonly Queue<Wish> unanswered = new();
    private readonly WorkspaceId workspace = stage.Workspaces[0];
    private Queue<long> tasks = new();

    public async Task PlayAsync(IReadOnlyList<string> points)
    {
        await using (var db = stage.Open(workspace))
        {
            tasks = new Queue<long>(await db.Tasks.Where(t => t.Status == "NOT_STARTED" && t.Priority != "HIGH").OrderBy(t => t.Id).Select(t => t.Id).ToListAsync());
        }

        foreach (var point in points)
        {
            await DieAtAsync(point);
        }

        await using var last = stage.Start();
        await last.ReadyAsync();
        await AskAsync(last);
        Assert.Empty(unanswered);
        await Eventually.HoldsAsync(IsSettledAsync, "everything to be settled", Patience);
    }

    /// <summary>A sentence for each thing that is wrong.</summary>
    public async Task<List<string>> WrongAsync()
    {
        await using var db = stage.Open(workspace);
        var connection = await db.Connections.AsNoTracking().SingleAsync();
        Assert.Equal(ConnectionState.Connected, connection.State);
        var oracle = await Oracle.OfAsync(db, stage.Ledger(stage.Before), connection.HubId);
        return [.. CallJudge.Wrong(log.Calls, await db.Changes.AsNoTracking().ToListAsync()), .. oracle.Wrong(), .. await IndexPrint.DifferencesAsync(stage.Services, workspace)];
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private async Task DieAtAsync(string point)
    {
        await SetAsync(point);
        await using var worker = stage.Start(["--Kill:At", point, .. point.StartsWith("feed", StringComparison.Ordinal) ? new[] { "--Replicas:LeaseSeconds", "8" } : []]);
        await worker.ReadyAsync();

        // What others left is sent first, or it might go out together with what is asked for now, as something else.
        await Eventually.HoldsAsync(async () => await HurriedAsync(() => worker.HasEnded) || !await AnyOpenAsync(), $"what was left before {point} to be settled", Patience);
        foreach (var wish in await KillWishes.ForAsync(stage, point, tasks))
        {
            unanswered.Enqueue(wish);
        }

        await AskAsync(worker);
        try
        {
            await Eventually.HoldsAsync(() => HurriedAsync(() => worker.HasEnded), $"a worker to die at {point}", Patience);
        }
        catch (TimeoutException never)
        {
            throw new TimeoutException($"{never.Message} {worker.Output}\n{await OpenAsync()}", never);
        }

        Assert.Equal(Killed, await worker.EndedAsync());
        Assert.Contains($"Kill point {point} reached.", worker.Output, StringComparison.Ordinal);
    }

    private async Task AskAsync(WorkerProcess worker)
    {
        using var caller = new Caller($"http://127.0.0.1:{worker.Port}", log);
        for (var left = unanswered.Count; left > 0; left--)
        {
            var wish = unanswered.Dequeue();
            if (await caller.AskAsync(wish) == Outcome.Unknown)
            {
                unanswered.Enqueue(wish);
            }
        }
    }

    /// <summary>What some points need to be reached.</summary>
    private async Task SetAsync(string point)
    {
        bool Is(string start) => point.StartsWith(start, StringComparison.Ordinal);
        await using var db = stage.Open(workspace);
        if (Is("token"))
        {
            await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.AccessTokenExpiresAt, DateTimeOffset.UtcNow.AddMinutes(-1)));
        }
        else if (Is("lease-"))
        {
            await db.Leases.ExecuteDeleteAsync();
            db.Leases.AddRange(Is("lease-taken") ? [new Lease { WorkspaceId = workspace, Name = Lease.Sending, Holder = Guid.NewGuid(), Fence = 1 }] : []);
            await db.SaveChangesAsync();
        }
        else if (Is("sync-") || Is("list"))
        {
            await db.SyncStates.ExecuteUpdateAsync(set => set.SetProperty(s => s.Phase, SyncPhase.New).SetProperty(s => s.Checkpoint, (string?)null));
        }

        object? effect = Is("postponed") ? new { kind = "status", status = 503 }
            : Is("refused") ? new { kind = "status", status = 400, body = new { status = "error", message = "No.", category = "VALIDATION_ERROR" } } : null;
        if (effect is not null)
        {
            using var set = await stage.Control.PostAsync(new Uri("faults", UriKind.Relative), JsonContent.Create(new[] { new { match = new { method = "PATCH", count = 1 }, effect } }));
            set.EnsureSuccessStatusCode();
        }
    }

    private async Task<bool> IsSettledAsync()
    {
        await HurryAsync();
        await using var db = stage.Open(workspace);
        return !await AnyOpenAsync() && !await db.WebhookHints.AnyAsync() && (await IndexPrint.DifferencesAsync(stage.Services, workspace)).Count == 0;
    }

    private async Task<bool> AnyOpenAsync()
    {
        await using var db = stage.Open(workspace);
        return await db.Changes.AnyAsync(c => c.State == ChangeState.Waiting || c.State == ChangeState.Checking);
    }

    private async Task<bool> HurriedAsync(Func<bool> condition)
    {
        await HurryAsync();
        return condition();
    }

    /// <summary>What is under way, for whoever reads that a point was not reached.</summary>
    private async Task<string> OpenAsync()
    {
        await using var db = stage.Open(workspace);
        var changes = await db.Changes.AsNoTracking().OrderByDescending(c => c.Sequence).Take(5).ToListAsync();
        return string.Join('\n', changes.Select(c => $"{c.Kind} of {c.TaskId}: {c.State}, {c.Attempts} tries, not before {c.NotBefore:O}, {c.Reason}"));
    }

    /// <summary>Nobody waits for second thoughts here, nor for answers to somebody dead: there is one worker at a time, and it sends one thing after the other.</summary>
    private async Task HurryAsync()
    {
        await using var db = stage.Open(workspace);
        var now = DateTimeOffset.UtcNow;
        var late = db.Changes.Where(c => (c.State == ChangeState.Waiting || c.State == ChangeState.Checking) && c.NotBefore > now);
        if (await late.AnyAsync())
        {
            await late.ExecuteUpdateAsync(set => set.SetProperty(c => c.NotBefore, now));
        }
    }
}
