using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Architecture;
using Dashboard.UnitTests.Support;
using Xunit;
using static Dashboard.UnitTests.HubSpot.TaskOperationsTests;

namespace Dashboard.UnitTests.Sandbox.Contract;

/// <summary>Each write of tasks, associations, labels and pins, taken off the wire, is what HubSpot's documents describe; so is the sandbox's answer.</summary>
public sealed class OperationContractTests
{
    private static readonly RecordKind Contacts = RecordKind.Standard[0];
    private static readonly RecordKind Deals = RecordKind.Standard[2];

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task Every_operation_of_the_adapter_is_in_the_documents(string version)
    {
        Assert.SkipWhen(Digests.Folder is null, Digests.Absent);
        await using var recorder = await Recorder.StartAsync();
        await using var hub = await HubSpotRig.StartAsync(130, version, set: o => (o.ApiBase, o.OAuthVersion) = (recorder.Origin, version));
        recorder.Target = hub.Sandbox.Origin;

        var made = await TasksAsync(hub);
        await AssociationsAsync(hub, made);
        await RecordsAsync(hub, made);

        Rule.Holds(Digests.Read().Breaches(recorder.Seen));
        var ends = recorder.Seen.Select(call => $"{call.Method} {call.Path[call.Path.LastIndexOf('/')..]}").ToHashSet();
        Assert.Superset(new HashSet<string> { "POST /tasks", "POST /create", "POST /read", "POST /archive", "POST /upsert", "POST /search", "GET /labels" }, ends);
        Assert.Contains(recorder.Seen, call => call is { Method: "DELETE", Status: 204 });
        Assert.Contains(recorder.Seen, call => call.Asked.Contains("hs_pinned_engagement_id", StringComparison.Ordinal) && call.Status == 200);
    }

    /// <returns>A task that stays.</returns>
    private static async Task<long> TasksAsync(HubSpotRig hub)
    {
        var contact = await SomeRecordAsync(hub, Contacts);
        var tasks = hub.Get<IHubSpotTasks>();
        var one = await CallAsync(hub, a => tasks.CreateAsync(a, Draft("one", new RemoteTarget(Contacts, contact)), default));
        var many = await CallAsync(hub, a => tasks.CreateManyAsync(a, [Draft("two"), Draft("three")], default));
        var ids = many.Value.Select(task => task.Value.Id).ToList();
        Assert.True((await CallAsync(hub, a => tasks.ReadManyAsync(a, ids, default))).Ok);
        Assert.True((await CallAsync(hub, a => tasks.ArchiveAsync(a, [ids[0]], default))).Ok);
        Assert.True((await CallAsync(hub, a => tasks.ArchiveAsync(a, ids, default))).Ok);
        await UnderIdsAsync(hub);
        return one.Value.Id;
    }

    private static async Task UnderIdsAsync(HubSpotRig hub)
    {
        var (tasks, portal, due) = (hub.Get<IHubSpotTasks>(), hub.Get<IHubSpotPortal>(), new Dictionary<string, string?> { [TaskProperty.Due] = "2026-12-01T00:00:00Z" });
        Assert.False((await CallAsync(hub, a => tasks.UpsertManyAsync(a, TaskProperty.Subject, [new KeyedDraft("x", due)], default))).Ok);
        Assert.False((await CallAsync(hub, a => portal.TaskPropertyAsync(a, OperationId.Property, default))).Ok);
        Assert.True((await CallAsync(hub, a => portal.AddTaskPropertyAsync(a, OperationId.Definition("task"), default))).Ok);
        Assert.True((await CallAsync(hub, a => portal.TaskPropertyAsync(a, OperationId.Property, default))).Value.IsUnique);
        var bad = new Dictionary<string, string?>(due) { [TaskProperty.Status] = "NO_SUCH" };
        var made = await CallAsync(hub, a => tasks.UpsertManyAsync(a, OperationId.Property, [new KeyedDraft("one", due), new KeyedDraft("bad", bad)], default));
        Assert.Equal([true, false], made.Value.Select(task => task.Ok));
        var again = await CallAsync(hub, a => tasks.UpsertManyAsync(a, OperationId.Property, [new KeyedDraft("one", due), new KeyedDraft("two", due)], default));
        Assert.Equal([(made.Value[0].Value.Task.Id, true, false), (again.Value[1].Value.Task.Id, true, true)], [(again.Value[0].Value.Task.Id, made.Value[0].Value.IsNew, again.Value[0].Value.IsNew), (again.Value[1].Value.Task.Id, true, again.Value[1].Value.IsNew)]);
        var read = await CallAsync(hub, a => tasks.ReadByKeyAsync(a, OperationId.Property, ["two", "nowhere"], default));
        Assert.Equal(again.Value[1].Value.Task.Id, Assert.Single(read.Value).Value.Id);
    }

    private static async Task AssociationsAsync(HubSpotRig hub, long task)
    {
        var (contact, deal, records) = (await SomeRecordAsync(hub, Contacts), await SomeRecordAsync(hub, Deals), hub.Get<IHubSpotRecords>());
        var labels = (await CallAsync(hub, a => records.LabelsAsync(a, Contacts, default))).Value.Where(label => label.Name is not null).ToArray();
        Assert.True((await CallAsync(hub, a => records.LinkAsync(a, task, new RemoteTarget(Contacts, contact), default))).Ok);
        Assert.NotEmpty(labels);
        Assert.True((await CallAsync(hub, a => records.LabelAsync(a, Contacts, task, contact, labels[..1], [], default))).Ok);
        Assert.True((await CallAsync(hub, a => records.LabelledAsync(a, Contacts, task, default))).Ok);
        Assert.True((await CallAsync(hub, a => records.LabelAsync(a, Contacts, task, contact, [], labels[..1], default))).Ok);
        Assert.True((await CallAsync(hub, a => records.LinkManyAsync(a, Deals, [(task, deal)], default))).Ok);
        Assert.True((await CallAsync(hub, a => records.PinAsync(a, Deals, deal, task, default))).Ok);
        Assert.True((await CallAsync(hub, a => records.PinAsync(a, Deals, deal, null, default))).Ok);
        Assert.True((await CallAsync(hub, a => records.UnlinkAsync(a, Contacts, task, contact, default))).Ok);
        Assert.True((await CallAsync(hub, a => records.UnlinkManyAsync(a, Deals, [(task, deal)], default))).Ok);
    }

    private static async Task RecordsAsync(HubSpotRig hub, long task)
    {
        var (contact, records) = (await SomeRecordAsync(hub, Contacts), hub.Get<IHubSpotRecords>());
        Assert.True((await CallAsync(hub, a => records.SearchAsync(a, Contacts, "er", 10, default))).Ok);
        Assert.True((await CallAsync(hub, a => records.TasksOfAsync(a, Contacts, contact, default))).Ok);
        Assert.True((await CallAsync(hub, a => records.RelatedAsync(a, Contacts, contact, RecordKind.Standard[1], default))).Ok);
        Assert.True((await CallAsync(hub, a => records.LinksAsync(a, Contacts, [task], default))).Ok);
        var custom = (await CallAsync(hub, a => records.CustomKindsAsync(a, default))).Value[0];
        Assert.True((await CallAsync(hub, a => records.SearchAsync(a, custom, "er", 10, default))).Ok);
    }
}
