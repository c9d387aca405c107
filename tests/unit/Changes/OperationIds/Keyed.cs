using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Connections.Portal;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes.OperationIds;

/// <summary>A synced workspace whose portal holds our operation id, and an admin of that portal who changes its properties.</summary>
internal static class Keyed
{
    private const string Properties = "/crm/properties/2026-03/tasks";

    public static async Task<Moves> StartAsync(TimeProvider? clock = null, Action<HubSpotOptions>? set = null)
    {
        var rig = await Moves.StartAsync(clock, set);
        var added = await rig.Hub.Get<AddOperationIds>().RunAsync(rig.Hub.Actor, default);
        Assert.True(added.Ok, added.Failure?.Sentence);
        return rig;
    }

    public static Task<HttpStatusCode> DefineAsync(this Moves rig, string name, string type = "string", bool unique = true) => rig.AskAsync(
        HttpMethod.Post, Properties, new { name, label = name, type, fieldType = type == "string" ? "text" : "number", groupName = "task", hasUniqueValue = unique });

    public static async Task ArchivePropertyAsync(this Moves rig) =>
        Assert.Equal(HttpStatusCode.NoContent, await rig.AskAsync(HttpMethod.Delete, $"{Properties}/{OperationId.Property}", null));

    public static async Task<OperationIdState> LookAsync(this Moves rig) =>
        (await rig.Hub.Get<LookForOperationIds>().RunAsync(rig.Hub.Workspace.Id, CallPriority.Person, default)).Value;

    /// <summary>Tasks made in HubSpot with a title, as the sandbox's ledger has them.</summary>
    public static async Task<List<JsonElement>> MadeAsync(this Moves rig, string subject) =>
        [.. (await rig.Hub.LedgerAsync("create")).Where(e => e.GetProperty("properties").TryGetProperty("hs_task_subject", out var title) && title.GetString() == subject)];

    public static async Task<int> CallsAsync(this Moves rig, string end) => (await rig.Hub.CallsAsync()).Count(c => c.Method == "POST" && c.Path.EndsWith(end, StringComparison.Ordinal));

    public static async Task<ChangeState> StateAsync(this Moves rig, Guid change) => (await rig.LookAsync(change)).Change.State;

    /// <summary>Puts a value into a stored creation that the forms would not have let through.</summary>
    public static async Task SpoilAsync(this Moves rig, Guid change, string property, string value)
    {
        await using var db = rig.Hub.Open();
        var row = await db.Changes.SingleAsync(c => c.Id == change);
        var fields = FieldChange.Read(row.Fields);
        fields[property] = new FieldChange(null, value);
        row.Fields = FieldChange.Write(fields);
        await db.SaveChangesAsync();
    }

    private static async Task<HttpStatusCode> AskAsync(this Moves rig, HttpMethod method, string path, object? body)
    {
        var token = await (await rig.Hub.Control.PostAsync("token", null)).Content.ReadFromJsonAsync<JsonElement>();
        using var request = new HttpRequestMessage(method, new Uri(rig.Hub.Sandbox.Origin, path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
        using var answer = await rig.Hub.Control.SendAsync(request);
        return answer.StatusCode;
    }
}
