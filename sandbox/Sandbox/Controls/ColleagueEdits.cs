using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Objects;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World;

namespace Dashboard.Sandbox.Controls;

/// <summary>
/// A colleague who works in HubSpot's own screens: <c>{portal?, type?, id?, properties?, associations?, archive?, restore?}</c>. Without an id a record is
/// created. Same rules as the API, no limits and no token, source CRM_UI.
/// </summary>
public static class ColleagueEdits
{
    public static async Task RunAsync(HttpContext http, SandboxWorld world)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        Answer answer;
        lock (world.Gate)
        {
            answer = Edit(world, body.RootElement);
        }

        await Gateway.SendAsync(http, answer);
    }

    private static Answer Edit(SandboxWorld world, JsonElement body)
    {
        var portal = world.Portal(int.Parse(Batch.Text(body, "portal") ?? $"{SandboxWorld.MainPortal}", CultureInfo.InvariantCulture))!;
        if (!portal.FindType(Batch.Text(body, "type") ?? "tasks", out var type))
        {
            return Refusals.UnknownType(Batch.Text(body, "type")!);
        }

        var now = world.Clock.NowMilliseconds;
        var user = portal.Users.Last().UserId!.Value;
        var writing = new RecordWriting(world, portal, new Author("CRM_UI", $"userId:{user}", user, "POST", "/__sandbox/edit"), false, now);
        var id = Batch.Text(body, "id");
        var record = id is null ? null : Records.Find(portal, type, id, null);
        if (id is not null && record is null)
        {
            return Refusals.NotFound();
        }

        if (record is not null && body.TryGetProperty("archive", out var archive) && archive.ValueKind == JsonValueKind.True)
        {
            writing.Archive(record);
            return Answer.NoContent;
        }

        if (record is not null && body.TryGetProperty("restore", out var restore) && restore.ValueKind == JsonValueKind.True)
        {
            writing.Restore(record);
            return Answer.NoContent;
        }

        var (write, refused) = record is null ? writing.Create(type, body) : writing.Update(record, body);
        if (write is null)
        {
            return refused!;
        }

        var done = write.Commit();
        return Answer.Json(200, json => RecordJson.Write(json, portal, done, done.Current, Selection.Written(type), now));
    }
}
