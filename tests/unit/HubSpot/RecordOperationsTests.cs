using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.UnitTests.Support;
using Xunit;
using static Dashboard.UnitTests.HubSpot.TaskOperationsTests;

namespace Dashboard.UnitTests.HubSpot;

/// <summary>Associations, labels, record search and pins over HTTP, in both versions of the API.</summary>
public sealed class RecordOperationsTests
{
    private static readonly RecordKind Contacts = RecordKind.Standard[0];
    private static readonly RecordKind Deals = RecordKind.Standard[2];

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task An_association_is_made_and_taken_away(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var (task, contact) = await NewPairAsync(hub);

        Assert.True((await CallAsync(hub, a => Records(hub).LinkAsync(a, task, new RemoteTarget(Contacts, contact), default))).Ok);
        Assert.True((await CallAsync(hub, a => Records(hub).LinkAsync(a, task, new RemoteTarget(Contacts, contact), default))).Ok);
        Assert.Equal([contact], await LinkedAsync(hub, task));
        Assert.Contains(task, (await CallAsync(hub, a => Records(hub).TasksOfAsync(a, Contacts, contact, default))).Value);

        Assert.True((await CallAsync(hub, a => Records(hub).UnlinkAsync(a, Contacts, task, contact, default))).Ok);
        Assert.Empty(await LinkedAsync(hub, task));
        Assert.IsType<Failure.Refused>((await CallAsync(hub, a => Records(hub).LinkAsync(a, task, new RemoteTarget(Contacts, 987_654_321), default))).Failure);
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task Many_pairs_go_in_one_call_and_bad_ones_are_told(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var (task, contact) = await NewPairAsync(hub);

        var bad = await CallAsync(hub, a => Records(hub).LinkManyAsync(a, Contacts, [(task, contact), (task, 987_654_321)], default));

        Assert.Equal([(task, 987_654_321L)], bad.Value);
        Assert.Equal([contact], await LinkedAsync(hub, task));
        Assert.True((await CallAsync(hub, a => Records(hub).UnlinkManyAsync(a, Contacts, [(task, contact)], default))).Ok);
        Assert.Empty(await LinkedAsync(hub, task));
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task Labels_are_told_and_set_beside_those_that_are_there(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var (task, contact) = await NewPairAsync(hub);
        foreach (var name in new[] { "Decides", "Pays" })
        {
            await AskSandboxAsync(hub, version, name);
        }

        var labels = (await CallAsync(hub, a => Records(hub).LabelsAsync(a, Contacts, default))).Value;
        Assert.Contains(labels, l => l is { Name: null, TypeId: 204 });
        foreach (var label in labels.Where(l => l.Name is "Decides" or "Pays"))
        {
            Assert.True((await CallAsync(hub, a => Records(hub).LinkAsync(a, task, new RemoteTarget(Contacts, contact, label.Category, label.TypeId), default))).Ok);
        }

        var told = (await CallAsync(hub, a => Records(hub).LabelledAsync(a, Contacts, task, default))).Value;
        Assert.Equal(["Decides", "Pays"], told.Select(t => t.Label.Name).Order());
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task Labels_are_swapped_in_one_batch_call_and_what_others_set_stays(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var (task, contact) = await NewPairAsync(hub);
        foreach (var name in new[] { "Decides", "Pays", "Theirs" })
        {
            await AskSandboxAsync(hub, version, name);
        }

        var labels = (await CallAsync(hub, a => Records(hub).LabelsAsync(a, Contacts, default))).Value.ToDictionary(l => l.Name ?? "");
        Task<Result<Done>> SwapAsync(RemoteLabel[] added, RemoteLabel[] removed) => CallAsync(hub, a => Records(hub).LabelAsync(a, Contacts, task, contact, added, removed, default));

        Assert.True((await SwapAsync([labels["Decides"], labels["Theirs"]], [])).Ok);
        Assert.Contains(await hub.CallsAsync(), c => c is { Method: "POST", Status: 201 } && c.Path.EndsWith("/0-27/0-1/batch/create", StringComparison.Ordinal));
        Assert.Equal([contact], await LinkedAsync(hub, task));
        Assert.True((await SwapAsync([labels["Pays"]], [labels["Decides"]])).Ok);
        Assert.Equal(["Pays", "Theirs"], await ToldAsync(hub, task));

        Assert.True((await SwapAsync([], [labels["Pays"], labels["Theirs"]])).Ok);
        Assert.Empty(await ToldAsync(hub, task));
        Assert.Equal([contact], await LinkedAsync(hub, task));
        Assert.IsType<Failure.Refused>((await SwapAsync([new RemoteLabel("USER_DEFINED", 987_654, "No such")], [])).Failure);
        Assert.IsType<Failure.Refused>((await CallAsync(hub, a => Records(hub).LabelAsync(a, Contacts, task, 987_654_321, [labels["Pays"]], [], default))).Failure);
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task Records_are_found_by_name_and_by_address(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var contact = await SomeRecordAsync(hub, Contacts);
        var known = (await CallAsync(hub, a => Records(hub).NamesAsync(a, Contacts, [contact], default))).Value.Single();

        foreach (var text in new[] { known.Name, known.Detail! })
        {
            var found = await CallAsync(hub, a => Records(hub).SearchAsync(a, Contacts, text, 10, default));
            Assert.Contains(contact, found.Value.Select(r => r.Id));
        }
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task A_pin_is_set_replaced_taken_away_and_refused_without_an_association(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var (task, _) = await NewPairAsync(hub);
        var deal = await SomeRecordAsync(hub, Deals);

        var refused = await CallAsync(hub, a => Records(hub).PinAsync(a, Deals, deal, task, default));
        Assert.Contains("not associated", Assert.IsType<Failure.Refused>(refused.Failure).Reason);

        await CallAsync(hub, a => Records(hub).LinkAsync(a, task, new RemoteTarget(Deals, deal), default));
        Assert.Equal(task, (await CallAsync(hub, a => Records(hub).PinAsync(a, Deals, deal, task, default))).Value.PinnedId);
        Assert.Equal(task, (await CallAsync(hub, a => Records(hub).NamesAsync(a, Deals, [deal], default))).Value.Single().PinnedId);
        Assert.Null((await CallAsync(hub, a => Records(hub).PinAsync(a, Deals, deal, null, default))).Value.PinnedId);
    }

    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task A_record_of_a_portal_s_own_type_takes_tasks_too(string version)
    {
        await using var hub = await HubSpotRig.StartAsync(50, version);
        var kind = (await CallAsync(hub, a => Records(hub).CustomKindsAsync(a, default))).Value[0];
        var found = await CallAsync(hub, a => Records(hub).SearchAsync(a, kind, "a", 10, default));
        var record = found.Value.Count > 0 ? found.Value[0].Id : await SomeRecordAsync(hub, kind);

        var made = await CallAsync(hub, a => hub.Get<IHubSpotTasks>().CreateAsync(a, Draft("Visit", new RemoteTarget(kind, record)), default));

        Assert.True(made.Ok, made.Failure?.Sentence);
        Assert.Contains(made.Value.Id, (await CallAsync(hub, a => Records(hub).TasksOfAsync(a, kind, record, default))).Value);
    }

    [Fact]
    public async Task Stages_of_deals_say_whether_they_are_closed()
    {
        await using var hub = await HubSpotRig.StartAsync(20);
        var stages = (await CallAsync(hub, a => hub.Get<IHubSpotPortal>().StagesAsync(a, Deals, default))).Value;
        Assert.Contains(stages, s => s is { Id: "closedwon", IsClosed: true });
        Assert.Contains(stages, s => s is { Id: "appointmentscheduled", IsClosed: false });
    }

    private static async Task<(long Task, long Contact)> NewPairAsync(HubSpotRig hub)
    {
        var made = await CallAsync(hub, a => hub.Get<IHubSpotTasks>().CreateAsync(a, Draft("New"), default));
        return (made.Value.Id, await SomeRecordAsync(hub, Contacts));
    }

    private static async Task<IEnumerable<string?>> ToldAsync(HubSpotRig hub, long task) =>
        (await CallAsync(hub, a => Records(hub).LabelledAsync(a, Contacts, task, default))).Value.Select(t => t.Label.Name).Order();

    private static async Task<IEnumerable<long>> LinkedAsync(HubSpotRig hub, long task) =>
        (await CallAsync(hub, a => Records(hub).LinksAsync(a, Contacts, [task], default))).Value.Select(l => l.RecordId);

    private static IHubSpotRecords Records(HubSpotRig hub) => hub.Get<IHubSpotRecords>();

    private static async Task AskSandboxAsync(HubSpotRig hub, string version, string name)
    {
        var prefix = version == "v3" ? "crm/v4/associations" : $"crm/associations/{version}";
        var made = await CallAsync(hub, async access =>
        {
            using var http = new HttpClient { BaseAddress = hub.Sandbox.Origin };
            http.DefaultRequestHeaders.Authorization = new("Bearer", access.AccessToken);
            var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(http, $"{prefix}/0-27/0-1/labels", new { name, label = name });
            return (Result<bool>)answer.IsSuccessStatusCode;
        });
        Assert.True(made.Value);
    }
}
