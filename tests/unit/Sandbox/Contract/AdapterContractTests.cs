using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.UnitTests.Architecture;
using Dashboard.UnitTests.Support;
using Xunit;

namespace Dashboard.UnitTests.Sandbox.Contract;

/// <summary>What our adapter sends, taken off the wire, is what HubSpot's documents describe; so is what the sandbox answers to it.</summary>
public sealed class AdapterContractTests
{
    [Theory]
    [InlineData("v3")]
    [InlineData("2026-03")]
    public async Task Every_request_of_the_adapter_is_in_the_documents(string version)
    {
        Assert.SkipWhen(Digests.Folder is null, Digests.Absent);
        await using var recorder = await Recorder.StartAsync();
        await using var rig = await HubSpotRig.StartAsync(130, version, set: o => (o.ApiBase, o.OAuthVersion) = (recorder.Origin, version));
        recorder.Target = rig.Sandbox.Origin;

        await rig.SyncAsync();
        await TasksAsync(rig);
        await GrantsAsync(rig);

        Rule.Holds(Digests.Read().Breaches(recorder.Seen));
        Assert.Superset(new HashSet<string> { "/tasks", "/search", "/update", "/token", "/introspect", "/revoke", "/owners", "/details", "/schemas" },
            recorder.Seen.Select(call => call.Path[call.Path.LastIndexOf('/')..].Replace($"/{version}", "/owners", StringComparison.Ordinal)).ToHashSet());
    }

    private static async Task TasksAsync(HubSpotRig rig)
    {
        var (tasks, ct) = (rig.Get<IHubSpotTasks>(), TestContext.Current.CancellationToken);
        var access = await AccessAsync(rig);
        var page = (await tasks.ListAsync(access, null, RecordKind.Standard, ct)).Value;
        var ids = page.Tasks.Select(task => task.Id).Take(2).ToArray();
        Assert.True((await tasks.ReadAsync(access, ids[0], RecordKind.Standard, ct)).Ok);
        Assert.True((await tasks.UpdateAsync(access, new TaskUpdate(ids[0], new Dictionary<string, string?> { ["hs_task_subject"] = "New", ["hs_task_body"] = null }), ct)).Ok);
        Assert.True((await tasks.UpdateManyAsync(access, [.. ids.Select(id => new TaskUpdate(id, new Dictionary<string, string?> { ["hs_task_priority"] = "LOW" }))], ct)).Ok);
        var search = new TaskSearch("hs_lastmodifieddate") { ModifiedFrom = DateTimeOffset.UnixEpoch.AddYears(50), ModifiedTo = DateTimeOffset.UnixEpoch.AddYears(80), IdAfter = 1 };
        Assert.True((await tasks.SearchAsync(access, search, ct)).Ok);
        Assert.False((await tasks.ReadAsync(access, 1, [], ct)).Ok);
        Assert.True((await tasks.SeriesAsync(access, page.Tasks.First(task => task.Properties["hs_task_repeat_interval"] is not null).Id, ct)).Ok);
    }

    private static async Task GrantsAsync(HubSpotRig rig)
    {
        var (grants, ct) = (rig.Get<IHubSpotGrants>(), TestContext.Current.CancellationToken);
        var given = await (await rig.Control.PostAsync("token", null, ct)).Content.ReadAsStringAsync(ct);
        var refresh = System.Text.Json.JsonDocument.Parse(given).RootElement.GetProperty("refresh_token").GetString()!;
        var renewed = (await grants.RefreshAsync(refresh, ct)).Value;
        Assert.True((await grants.IntrospectAsync(renewed.AccessToken, ct)).Ok);
        Assert.True((await grants.RevokeAsync(refresh, ct)).Ok);
        Assert.False((await grants.ExchangeAsync("no-such-code", new Uri("http://localhost/connect/hubspot/callback"), ct)).Ok);
    }

    private static async Task<PortalAccess> AccessAsync(HubSpotRig rig)
    {
        var given = await (await rig.Control.PostAsync("token", null)).Content.ReadAsStringAsync();
        var token = System.Text.Json.JsonDocument.Parse(given).RootElement;
        return new PortalAccess(rig.Workspace.Id, token.GetProperty("hub_id").GetInt64(), token.GetProperty("access_token").GetString()!, CallPriority.Person);
    }
}
