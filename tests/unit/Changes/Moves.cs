using System.Text.Json;
using Dashboard.Application.Changes;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes;

/// <summary>A synced workspace whose cards are moved.</summary>
internal sealed class Moves(HubSpotRig hub, List<long> open) : IAsyncDisposable
{
    public HubSpotRig Hub => hub;

    public static async Task<Moves> StartAsync(TimeProvider? clock = null, Action<HubSpotOptions>? set = null)
    {
        var hub = await HubSpotRig.StartAsync(200, clock: clock, set: set);
        await hub.SyncAsync();
        await using var db = hub.Open();
        return new Moves(hub, await db.Tasks.Where(t => t.Status == "NOT_STARTED").OrderBy(t => t.Id).Select(t => t.Id).ToListAsync());
    }

    /// <summary>A task that is not started.</summary>
    public long Open(int index) => open[index];

    public async Task<Change> MoveAsync(long taskId, string status, long? rank = null)
    {
        await using var db = hub.Open();
        var task = await db.Tasks.SingleAsync(t => t.Id == taskId);
        var intent = new Intent(Guid.CreateVersion7(), new Dictionary<string, string?> { [TaskProperty.Status] = status }, rank);
        var change = await hub.Get<ChangeQueue>().AcceptAsync(db, hub.Actor, task, intent, CancellationToken.None);
        Assert.NotNull(change);
        return change;
    }

    public async Task<TaskSaved> CreateAsync(string subject, string? notes = null, params long[] contacts)
    {
        var values = new Dictionary<string, string?> { [TaskProperty.Subject] = subject, [TaskProperty.Body] = notes };
        var wanted = new NewTask(Guid.NewGuid(), values, [.. contacts.Select(id => new LinkTarget("0-1", id))]);
        var saved = await hub.Get<CreateTask>().RunAsync(hub.Actor, wanted, TimeZoneInfo.Utc, CancellationToken.None);
        Assert.True(saved.Ok, saved.Failure?.Sentence);
        return saved.Value;
    }

    /// <summary>Sends again and again, a minute later each time, until HubSpot has it.</summary>
    public Task SendUntilDoneAsync(Guid changeId) => Eventually.TrueAsync(async () =>
    {
        await SendAsync();
        ((FakeClock)hub.Clock).Advance(TimeSpan.FromMinutes(1));
        return (await LookAsync(changeId)).Change.State == ChangeState.Done;
    });

    /// <summary>A contact some task is associated with.</summary>
    public async Task<long> ContactAsync()
    {
        await using var db = hub.Open();
        return await db.TaskLinks.Where(l => l.ObjectType == "0-1").Select(l => l.RecordId).FirstAsync();
    }

    public async Task<CrmTask?> TaskAsync(long id)
    {
        await using var db = hub.Open();
        return await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id);
    }

    public Task<DateTimeOffset?> SendAsync() => hub.Get<ChangeSender>().RunAsync(hub.Workspace.Id, CancellationToken.None);

    /// <summary>Statuses the sandbox was given for a task, in order.</summary>
    public async Task<List<string?>> SentAsync(long taskId) =>
        [.. (await hub.LedgerAsync("update"))
            .Where(e => e.GetProperty("objectId").GetString() == taskId.ToString())
            .Select(e => e.GetProperty("properties").TryGetProperty(TaskProperty.Status, out var status) ? status.GetString() : null)];

    public async Task<(CrmTask? Task, Change Change)> LookAsync(Guid changeId)
    {
        await using var db = hub.Open();
        var change = await db.Changes.SingleAsync(c => c.Id == changeId);
        return (await db.Tasks.SingleOrDefaultAsync(t => t.Id == change.TaskId), change);
    }

    public async Task<int> WaitingAsync()
    {
        await using var db = hub.Open();
        return await db.Changes.CountAsync(c => c.State == ChangeState.Waiting);
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
