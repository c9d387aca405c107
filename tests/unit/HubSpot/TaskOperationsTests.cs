using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Support;
using Xunit;

namespace Dashboard.UnitTests.HubSpot;

/// <summary>Each operation of the tasks API over HTTP, in both versions of it.</summary>
public sealed class TaskOperationsTests
{
    private static readonly RecordKind Contacts = RecordKind.Standard[0];
    private static readonly RecordKind Companies = RecordKind.Standard[1];

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task A_task_is_made_with_its_associations_in_one_call(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var contact = await SomeRecordAsync(hub, Contacts);
        var company = await SomeRecordAsync(hub, Companies);

        var made = await CallAsync(hub, a => Tasks(hub).CreateAsync(a, Draft("Ring Ada", new(Contacts, contact), new(Companies, company)), default));

        Assert.True(made.Ok, made.Failure?.Sentence);
        var read = await CallAsync(hub, a => Tasks(hub).ReadAsync(a, made.Value.Id, RecordKind.Standard, default));
        Assert.Equal("Ring Ada", read.Value.Properties[TaskProperty.Subject]);
        Assert.Equal([new RemoteLink("0-1", contact), new RemoteLink("0-2", company)], read.Value.Links!.OrderBy(l => l.ObjectType));
        Assert.Single(await hub.CallsAsync(), c => c.Method == "POST" && c.Path.EndsWith("/tasks", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task A_task_without_a_due_date_or_with_an_unknown_record_is_refused_with_a_reason(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var undated = new RemoteDraft(new Dictionary<string, string?> { [TaskProperty.Subject] = "x" }, []);

        var refused = Assert.IsType<Failure.Refused>((await CallAsync(hub, a => Tasks(hub).CreateAsync(a, undated, default))).Failure);
        Assert.Equal(400, refused.StatusCode);
        Assert.Contains("required", refused.Reason);
        Assert.IsType<Failure.Refused>((await CallAsync(hub, a => Tasks(hub).CreateAsync(a, Draft("x", new RemoteTarget(Contacts, 987_654_321)), default))).Failure);
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task Of_many_new_tasks_each_is_answered_apart(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var bad = Draft("bad") with { Values = new Dictionary<string, string?> { [TaskProperty.Due] = "2026-12-01T00:00:00Z", [TaskProperty.Status] = "NO_SUCH" } };

        var made = await CallAsync(hub, a => Tasks(hub).CreateManyAsync(a, [Draft("one"), bad, Draft("three")], default));

        Assert.True(made.Ok, made.Failure?.Sentence);
        Assert.Equal([true, false, true], made.Value.Select(r => r.Ok));
        Assert.Equal("three", made.Value[2].Value.Properties[TaskProperty.Subject]);
        Assert.Contains("NO_SUCH", Assert.IsType<Failure.Refused>(made.Value[1].Failure).Reason);
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task Many_are_read_by_id_and_missing_ones_left_out(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var ids = await SomeTasksAsync(hub, 3);

        var read = await CallAsync(hub, a => Tasks(hub).ReadManyAsync(a, [.. ids, 987_654_321], default));

        Assert.Equal(ids, read.Value.Select(t => t.Id).Order());
        Assert.All(read.Value, t => Assert.True(t.Properties.ContainsKey(TaskProperty.Status)));
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task One_and_many_go_to_the_recycling_bin_and_gone_ones_are_no_failure(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var ids = await SomeTasksAsync(hub, 3);

        Assert.True((await CallAsync(hub, a => Tasks(hub).ArchiveAsync(a, [ids[0]], default))).Ok);
        Assert.True((await CallAsync(hub, a => Tasks(hub).ArchiveAsync(a, [ids[0], ids[1]], default))).Ok);

        Assert.Equal([ids[2]], (await CallAsync(hub, a => Tasks(hub).ReadManyAsync(a, ids, default))).Value.Select(t => t.Id));
        Assert.IsType<Failure.Refused>((await CallAsync(hub, a => Tasks(hub).ReadAsync(a, ids[0], [], default))).Failure);
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task An_upsert_by_a_property_that_is_not_unique_is_refused(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var draft = new KeyedDraft("x", new Dictionary<string, string?> { [TaskProperty.Due] = "2026-12-01T00:00:00Z" });

        Assert.IsType<Failure.Refused>((await CallAsync(hub, a => Tasks(hub).UpsertManyAsync(a, TaskProperty.Subject, [draft], default))).Failure);
        Assert.Contains(await hub.CallsAsync(), c => c.Path.EndsWith("batch/upsert", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task Only_a_request_hubspot_surely_ignored_may_be_sent_again_blindly(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version, set: o => o.TimeoutSeconds = 1);
        async Task<bool> HadNoEffectAsync(object effect)
        {
            await hub.FaultAsync(new { method = "POST", path = "tasks$", count = 1 }, effect);
            return Assert.IsType<Failure.Unavailable>((await CallAsync(hub, a => Tasks(hub).CreateAsync(a, Draft("x"), default))).Failure).HadNoEffect;
        }

        Assert.True(await HadNoEffectAsync(new { kind = "status", status = 423 }));
        Assert.False(await HadNoEffectAsync(new { kind = "status", status = 502 }));
        Assert.False(await HadNoEffectAsync(new { kind = "drop" }));
        Assert.False(await HadNoEffectAsync(new { kind = "delay", milliseconds = 3_000 }));
    }

    internal static async Task<long> SomeRecordAsync(HubSpotRig hub, RecordKind kind)
    {
        var tasks = await CallAsync(hub, a => Tasks(hub).ListAsync(a, null, [kind], default));
        return tasks.Value.Tasks.SelectMany(t => t.Links ?? []).Select(l => l.RecordId).First();
    }

    internal static async Task<List<long>> SomeTasksAsync(HubSpotRig hub, int count) =>
        [.. (await CallAsync(hub, a => Tasks(hub).ListAsync(a, null, [], default))).Value.Tasks.Take(count).Select(t => t.Id)];

    internal static Task<Result<T>> CallAsync<T>(HubSpotRig hub, Func<PortalAccess, Task<Result<T>>> call) =>
        hub.Get<TokenSource>().CallAsync(hub.Workspace.Id, CallPriority.Person, call, default);

    internal static RemoteDraft Draft(string subject, params RemoteTarget[] targets) => new(
        new Dictionary<string, string?> { [TaskProperty.Subject] = subject, [TaskProperty.Due] = "2026-12-01T09:00:00.000Z", [TaskProperty.Body] = null }, targets);

    private static IHubSpotTasks Tasks(HubSpotRig hub) => hub.Get<IHubSpotTasks>();
}
