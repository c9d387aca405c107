using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Objects;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Series;

/// <summary>
/// The task series, a beta: https://developers.hubspot.com/docs/api-reference/2026-09-beta/crm/activities/task-series/create-tasks-series.
/// A switch takes it away, as from an account that is not in the beta (404, like any address HubSpot does not know) or an app without the
/// permission (403). The task that follows a completed one is not made here: when HubSpot does that is not written down.
/// </summary>
public static class SeriesEndpoints
{
    private const string Path = "/crm/task-series/2026-09-beta";

    private static readonly string[] Read = ["crm.objects.contacts.read", "crm.objects.companies.read", "crm.objects.deals.read", "tickets"];

    private static readonly string[] Write = ["crm.objects.contacts.write", "crm.objects.companies.write", "crm.objects.deals.write", "tickets"];

    public static void Map(IEndpointRouteBuilder routes, Gateway gateway)
    {
        routes.MapPost(Path, gateway.Guard(Offered(Start), Write));
        routes.MapGet($"{Path}/{{taskId}}", gateway.Guard(Offered(Show), Read));
        routes.MapPatch($"{Path}/{{taskId}}", gateway.Guard(Offered(Change), Write));
        routes.MapDelete($"{Path}/{{taskId}}", gateway.Guard(Offered(End), Write));
    }

    private static Func<Call, Answer> Offered(Func<Call, Answer> handle) => call => call.Switches.TaskSeriesRefusal switch
    {
        0 => handle(call),
        403 => Refusals.MissingScopes(["tasks-write"]),
        _ => Refusals.NotFound(),
    };

    private static Answer Start(Call call)
    {
        var missing = new[] { "taskId", "properties", "series" }.Where(name => Part(call.Body, name).ValueKind == JsonValueKind.Undefined).ToList();
        if (missing.Count > 0)
        {
            return Refusals.Validation($"Invalid input JSON: Some required fields were not set: [{string.Join(", ", missing)}]");
        }

        return Part(call.Body, "taskId") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var id) && Task(call, id) is { } task
            ? Set(call, task, null)
            : Refusals.NotFound("Object not found.  objectId are usually numeric.");
    }

    private static Answer Show(Call call) => Task(call) is { } task && call.Portal.Series.GetValueOrDefault(task.Id) is { } series
        ? Answered(call, task, series, call.QueryList("properties"))
        : None();

    private static Answer Change(Call call) => Task(call) is { } task && call.Portal.Series.GetValueOrDefault(task.Id) is { } series
        ? Set(call, task, series)
        : None();

    /// <summary>For good: there is no recycling bin for it.</summary>
    private static Answer End(Call call)
    {
        if (Task(call) is not { } task || !call.Portal.Series.ContainsKey(task.Id))
        {
            return None();
        }

        Keep(call, task, null);
        return Answer.NoContent;
    }

    private static Answer None() => Refusals.NotFound("No task series found for this task.");

    private static Answer Set(Call call, Record task, TaskSeries? before)
    {
        var given = Part(call.Body, "series");
        var series = new TaskSeries(
            Text(given, "repeatInterval") ?? before?.RepeatInterval ?? "",
            Text(given, "repeatStatus") ?? before?.RepeatStatus ?? "ACTIVE",
            Text(given, "startsAt") ?? before?.StartsAt ?? task.Current.Value(task.Type["hs_timestamp"].Slot) ?? "",
            before?.CreatedAt ?? call.Now);
        if (!series.RepeatInterval.StartsWith("RRULE:FREQ=", StringComparison.Ordinal))
        {
            return Refusals.Validation("repeatInterval must be an RFC 5545 recurrence rule, such as RRULE:FREQ=WEEKLY;BYDAY=MO.", contextName: "repeatInterval", contextValues: [series.RepeatInterval]);
        }

        if (Computed.Milliseconds(series.StartsAt) is not { } starts)
        {
            return Refusals.Validation("startsAt must be an ISO 8601 date and time.", contextName: "startsAt", contextValues: [series.StartsAt]);
        }

        if (Part(call.Body, "properties") is { ValueKind: JsonValueKind.Object } properties && properties.EnumerateObject().Any())
        {
            var (write, refused) = new RecordWriting(call).Update(task, call.Body);
            if (write is null)
            {
                return refused!;
            }

            write.Commit();
        }

        var kept = series with { StartsAt = Computed.Iso(starts) };
        Keep(call, task, kept);
        return Answered(call, task, kept, []);
    }

    private static void Keep(Call call, Record task, TaskSeries? series)
    {
        call.World.Commit(new SeriesSet(task.Id, series) { Portal = call.Portal.HubId, At = call.Now, Method = call.Method, Path = call.Path });
        call.World.Commit(new RecordUpdated(task.Type.Id, task.Id, new Dictionary<string, string?>
        {
            ["hs_task_repeat_interval"] = series is null ? null : TaskSeries.Sign,
            ["hs_repeat_status"] = series?.RepeatStatus,
        })
        { Portal = call.Portal.HubId, At = call.Now, Method = call.Method, Path = call.Path, Source = "INTEGRATION", SourceId = "1001" });
    }

    private static Answer Answered(Call call, Record task, TaskSeries series, IReadOnlyList<string> properties)
    {
        var input = new ComputeInput(call.Portal, task, task.Current, call.Now);
        return Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("id", Computed.Number(task.Id));
            json.WriteStartObject("properties");
            foreach (var property in Selection.Of(call.Portal, task.Type, properties).Properties)
            {
                json.WriteString(property.Name, property.Read(input));
            }

            json.WriteEndObject();
            json.WriteStartObject("series");
            json.WriteString("repeatInterval", series.RepeatInterval);
            json.WriteString("repeatStatus", series.RepeatStatus);
            json.WriteString("startsAt", series.StartsAt);
            json.WriteEndObject();
            json.WriteString("createdAt", Computed.Iso(series.CreatedAt));
            json.WriteString("updatedAt", Computed.Iso(task.Current.Modified));
            json.WriteEndObject();
        });
    }

    private static Record? Task(Call call) => long.TryParse(call.Route("taskId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Task(call, id) : null;

    private static Record? Task(Call call, long id) => call.Portal.Find(call.Portal.Type("0-27"), id) is { Archived: false } task ? task : null;

    private static JsonElement Part(JsonElement body, string name) => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var part) ? part : default;

    private static string? Text(JsonElement part, string name) => Part(part, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
