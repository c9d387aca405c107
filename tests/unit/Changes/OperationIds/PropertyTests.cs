using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes.OperationIds;

/// <summary>The property that holds our operation id: found, added on request, and not taken for it when it cannot do the work.</summary>
public sealed class PropertyTests
{
    [Fact]
    public async Task Connecting_looks_for_the_property_and_remembers_what_it_found()
    {
        await using var rig = await Moves.StartAsync();
        Assert.Equal((OperationIdState.Missing, null), await KnownAsync(rig));

        await rig.DefineAsync(OperationId.Property);
        Assert.True((await rig.Hub.Get<PreparePortal>().RunAsync(rig.Hub.Workspace.Id, default)).Ok);
        var (state, since) = await KnownAsync(rig);
        Assert.Equal(OperationIdState.Usable, state);
        Assert.InRange(since!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
    }

    [Theory]
    [InlineData("string", false)]
    [InlineData("number", true)]
    public async Task A_property_that_is_no_unique_text_is_not_used(string type, bool unique)
    {
        await using var rig = await Moves.StartAsync();
        await rig.DefineAsync(OperationId.Property, type, unique);

        Assert.Equal(OperationIdState.Unfit, await rig.LookAsync());
        Assert.Contains("Delete it in HubSpot", (await rig.Hub.Get<AddOperationIds>().RunAsync(rig.Hub.Actor, default)).Failure!.Sentence);
        await rig.CreateAsync("The old way");
        await rig.SendAsync();
        Assert.Equal((0, 1), (await rig.CallsAsync("batch/upsert"), (await rig.MadeAsync("The old way")).Count));
    }

    [Fact]
    public async Task It_is_added_on_request_once_and_hidden_from_people()
    {
        await using var rig = await Keyed.StartAsync();
        Assert.True((await rig.Hub.Get<AddOperationIds>().RunAsync(rig.Hub.Actor, default)).Ok);

        Assert.Single(await rig.Hub.LedgerAsync("property"));
        var definition = await rig.Hub.CallsAsync();
        Assert.Single(definition, c => c is { Method: "POST", Status: 201 } && c.Path.EndsWith("/properties/2026-03/0-27", StringComparison.Ordinal));
        await using var db = rig.Hub.Open();
        Assert.Single(await db.Audit.Where(a => a.Action == "hubspot.property-added").ToListAsync());
    }

    [Fact]
    public async Task An_answer_that_is_lost_while_it_is_added_is_no_failure()
    {
        await using var rig = await Moves.StartAsync();
        await rig.Hub.FaultAsync(new { method = "POST", path = "properties", count = 1 }, new { kind = "drop" });
        Assert.True((await rig.Hub.Get<AddOperationIds>().RunAsync(rig.Hub.Actor, default)).Ok);
        Assert.Equal(OperationIdState.Usable, (await KnownAsync(rig)).State);
    }

    [Fact]
    public async Task Without_the_permission_it_says_which_one_is_missing()
    {
        await using var rig = await Moves.StartAsync();
        await NarrowAsync(rig, "oauth crm.objects.contacts.read crm.objects.contacts.write crm.objects.owners.read");
        var refused = (await rig.Hub.Get<AddOperationIds>().RunAsync(rig.Hub.Actor, default)).Failure;
        Assert.Equal("crm.schemas.contacts.write", Assert.IsType<Failure.MissingScope>(refused).Scope);
        Assert.Contains("reconnect", refused.Sentence);
    }

    [Fact]
    public async Task A_portal_with_ten_unique_properties_refuses_with_its_words_and_a_correlation_id()
    {
        await using var rig = await Moves.StartAsync();
        for (var n = 0; n < 12; n++)
        {
            await rig.DefineAsync($"code_{n}");
        }

        var refused = Assert.IsType<Failure.Refused>((await rig.Hub.Get<AddOperationIds>().RunAsync(rig.Hub.Actor, default)).Failure);
        Assert.Contains("at most 10", refused.Sentence);
        Assert.NotNull(refused.CorrelationId);
        Assert.Equal(OperationIdState.Missing, (await KnownAsync(rig)).State);
    }

    [Fact]
    public async Task Only_admins_add_it()
    {
        await using var rig = await Moves.StartAsync();
        Assert.IsType<Failure.Forbidden>((await rig.Hub.Get<AddOperationIds>().RunAsync(rig.Hub.Actor with { Role = Role.Member }, default)).Failure);
        Assert.Empty(await rig.Hub.LedgerAsync("property"));
    }

    [Fact]
    public async Task An_outage_leaves_what_is_known()
    {
        await using var rig = await Keyed.StartAsync();
        await rig.Hub.FaultAsync(new { path = "properties" }, new { kind = "status", status = 503 });
        var looked = await rig.Hub.Get<LookForOperationIds>().RunAsync(rig.Hub.Workspace.Id, Dashboard.Application.Connections.Portal.CallPriority.Person, default);
        Assert.IsType<Failure.Unavailable>(looked.Failure);
        Assert.Equal(OperationIdState.Usable, (await KnownAsync(rig)).State);
    }

    [Fact]
    public async Task Nobody_gets_to_see_the_id()
    {
        await using var rig = await Keyed.StartAsync();
        var saved = await rig.CreateAsync("Seen by people", "<p>Notes</p>");
        await rig.SendAsync();
        var id = (await rig.LookAsync(saved.Change!.Value)).Change.TaskId;
        await rig.Hub.SyncAsync();

        var shown = (await rig.Hub.Get<ShowTask>().RunAsync(rig.Hub.Actor, id, default)).Value;
        await using var db = rig.Hub.Open();
        var stored = System.Text.Json.JsonSerializer.Serialize(new { shown.Task, shown.Notes, options = await db.PropertyOptions.ToListAsync(), fields = shown.Changes.Select(c => c.Fields) });
        Assert.Contains("Seen by people", stored);
        Assert.DoesNotContain(OperationId.Property, stored);
        Assert.DoesNotContain(OperationId.Text(saved.Change.Value), stored, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<(OperationIdState State, DateTimeOffset? Since)> KnownAsync(Moves rig)
    {
        await using var db = rig.Hub.Open();
        var connection = await db.Connections.SingleAsync();
        return (connection.OperationIds, connection.OperationIdsSince);
    }

    /// <summary>As if the portal had granted no more than these.</summary>
    private static async Task NarrowAsync(Moves rig, string scopes)
    {
        var given = await (await rig.Hub.Control.PostAsync($"token?scopes={Uri.EscapeDataString(scopes)}", null)).Content.ReadAsStringAsync();
        var token = System.Text.Json.JsonDocument.Parse(given).RootElement.GetProperty("access_token").GetString()!;
        var sealedToken = rig.Hub.Get<ITokenVault>().Seal(token, Dashboard.Application.Connections.GrantPurpose.AccessToken, rig.Hub.Workspace.Id);
        await using var db = rig.Hub.Open();
        await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.AccessToken, sealedToken).SetProperty(c => c.Scopes, scopes));
    }
}
