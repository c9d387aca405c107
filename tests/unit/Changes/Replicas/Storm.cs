using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Infrastructure.Background;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dashboard.UnitTests.Changes.Replicas;

/// <summary>
/// Random writes through the use cases of two replicas on one database, while HubSpot fails in all its ways and holders of the lease are
/// struck off in the middle of their work, as if they had stood still.
/// </summary>
internal sealed class Storm(HubSpotRig rig, Random random) : IAsyncDisposable
{
    private static readonly object[] Troubles =
    [
        new { kind = "429", policy = "SECONDLY" }, new { kind = "status", status = 500 }, new { kind = "status", status = 503 },
        new { kind = "reset" }, new { kind = "drop" }, new { kind = "drop" }, new { kind = "html" },
    ];

    private static readonly string[] Statuses = ["COMPLETED", "IN_PROGRESS", "WAITING"];

    private readonly ServiceProvider[] replicas = [rig.NewProcess(), rig.NewProcess()];
    private readonly List<SendingLoop> loops = [];

    /// <summary>What was accepted for tasks HubSpot had: task, property, value. Each task once.</summary>
    public List<(long Task, string Property, string Value)> Edited { get; } = [];

    public List<string> Created { get; } = [];

    public int Takeovers { get; private set; }

    public async Task RunAsync(int writes)
    {
        foreach (var replica in replicas)
        {
            var loop = new SendingLoop(
                replica.GetRequiredService<ChangeSender>(), replica.GetRequiredService<ChangeBell>(), replica.GetRequiredService<IDashboardDbs>(), replica.GetRequiredService<Leases>(),
                new BackgroundOptions { SendPollSeconds = 0.1 }, new LoopHealth(rig.Clock), NullLogger<SendingLoop>.Instance, rig.Clock);
            loops.Add(loop);
            await loop.StartAsync(default);
        }

        await using var db = rig.Open();
        var ids = await db.Tasks.Where(t => t.Status == "NOT_STARTED").OrderBy(t => t.Id).Select(t => t.Id).ToArrayAsync();
        random.Shuffle(ids);
        for (var write = 0; write < writes; write++)
        {
            if (write % 6 == 3)
            {
                await rig.FaultAsync(new { path = "/objects/", method = random.Next(2) == 0 ? "POST" : "PATCH", count = 1 }, Troubles[random.Next(Troubles.Length)]);
            }

            if (write % 20 == 10)
            {
                await StrikeOffAsync();
            }

            await WriteAsync(replicas[random.Next(2)], ids, write);
        }
    }

    /// <summary>The weather clears: everything accepted comes to an end.</summary>
    public async Task CalmAsync()
    {
        await rig.Control.DeleteAsync("faults");
        await Eventually.TrueAsync(
            async () =>
            {
                await rig.Control.DeleteAsync("faults");
                ((FakeClock)rig.Clock).Advance(TimeSpan.FromSeconds(1));
                await using var db = rig.Open();
                return !await db.Changes.AnyAsync(c => c.State == ChangeState.Waiting || c.State == ChangeState.Checking);
            },
            TimeSpan.FromSeconds(90));
        foreach (var loop in loops)
        {
            await loop.StopAsync(default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var loop in loops)
        {
            loop.Dispose();
        }

        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }
    }

    private async Task WriteAsync(ServiceProvider replica, long[] ids, int write)
    {
        if (Edited.Count == ids.Length || random.Next(4) == 0)
        {
            var wanted = new NewTask(Guid.NewGuid(), new Dictionary<string, string?> { [TaskProperty.Subject] = $"Made in the storm {write}" }, []);
            Assert.True((await replica.GetRequiredService<CreateTask>().RunAsync(rig.Actor, wanted, TimeZoneInfo.Utc, default)).Ok);
            Created.Add($"Made in the storm {write}");
            return;
        }

        var id = ids[Edited.Count];
        var (property, value) = random.Next(2) == 0 ? (TaskProperty.Status, Statuses[random.Next(3)]) : (TaskProperty.Subject, $"Called in the storm {write}");
        await using var db = replica.GetRequiredService<IDashboardDbs>().Open(rig.Workspace.Id);
        var intent = new Intent(Guid.CreateVersion7(), new Dictionary<string, string?> { [property] = value });
        Assert.NotNull(await replica.GetRequiredService<ChangeQueue>().AcceptAsync(db, rig.Actor, await db.Tasks.SingleAsync(t => t.Id == id), intent, default));
        Edited.Add((id, property, value));
    }

    /// <summary>Whoever was struck off before finds it out; then the holder is struck off, and knows from nothing but its own old beat.</summary>
    private async Task StrikeOffAsync()
    {
        foreach (var replica in replicas)
        {
            await replica.GetRequiredService<ThisReplica>().BeatAsync(default);
        }

        await using var db = rig.Open();
        var holder = await db.Leases.Where(l => l.Name == Lease.Sending).Select(l => l.Holder).SingleOrDefaultAsync();
        if (replicas.Select(r => r.GetRequiredService<ThisReplica>().Life).FirstOrDefault(life => life?.Id == holder) is { } victim)
        {
            victim.BeatenAt = 0;
            Takeovers += await db.Directory.Replicas.Where(r => r.Id == holder).ExecuteDeleteAsync();
        }
    }
}
