using System.Globalization;
using System.Text.Json;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Infrastructure.HubSpot.Wire;

namespace Dashboard.Infrastructure.HubSpot;

/// <inheritdoc cref="IHubSpotTasks"/>
public sealed class HubSpotTasks(HubSpotHttp http, HubSpotPaths paths, LinkTypes types) : IHubSpotTasks
{
    private const int PageSize = 100;

    private static readonly IReadOnlyList<string> Properties =
    [
        TaskProperty.Subject, TaskProperty.Body, TaskProperty.Status, TaskProperty.Priority, TaskProperty.Type, TaskProperty.Owner,
        TaskProperty.Due, TaskProperty.CompletedAt, TaskProperty.Reminders, TaskProperty.Queues, TaskProperty.CreatedAt, TaskProperty.UpdatedAt, TaskProperty.RepeatInterval,
        TaskProperty.CustomerZone,
    ];

    private readonly string tasks = paths.Objects(HubSpotPaths.Tasks);

    public async Task<Result<TaskPage>> ListAsync(PortalAccess access, string? after, IReadOnlyList<RecordKind> linked, CancellationToken ct)
    {
        var cursor = after is null ? "" : $"&after={Uri.EscapeDataString(after)}";
        var answer = await http.SendAsync(access, HubSpotCall.Get($"{tasks}?limit={PageSize}{cursor}&{Asked(linked)}"), ct);
        return answer.Read(body =>
        {
            var page = TaskReading.Page(body, out var unread);
            return new TaskPage([.. (page.Results ?? []).Select(t => TaskReading.Task(t, linked))], unread.Count, page.Paging?.Next?.After) { Unread = unread };
        });
    }

    public async Task<Result<BinPage>> ListDeletedAsync(PortalAccess access, string? after, CancellationToken ct)
    {
        var cursor = after is null ? "" : $"&after={Uri.EscapeDataString(after)}";
        var answer = await http.SendAsync(access, HubSpotCall.Get($"{tasks}?limit={PageSize}{cursor}&archived=true"), ct);
        return answer.Read(body =>
        {
            var page = TaskReading.Page(body, out _);
            return new BinPage([.. (page.Results ?? []).Select(t => TaskReading.Task(t, null).Id)], page.Paging?.Next?.After);
        });
    }

    public async Task<Result<TaskFinds>> SearchAsync(PortalAccess access, TaskSearch search, CancellationToken ct)
    {
        var filters = Filters(search).ToList();
        var wire = new WireSearch(
            filters.Count == 0 ? [] : [new WireFilterGroup(filters)],
            [new WireSort(search.SortBy, search.Descending ? "DESCENDING" : "ASCENDING")],
            Properties,
            search.Limit);
        var answer = await http.SendAsync(access, HubSpotCall.Ask($"{tasks}/search", wire, HubSpotJson.Default.WireSearch, search: true), ct);
        return answer.Read(body =>
        {
            var page = TaskReading.Page(body, out var unread);
            return new TaskFinds([.. (page.Results ?? []).Select(t => TaskReading.Task(t, null))], unread.Count, page.Total) { Unread = unread };
        });
    }

    public async Task<Result<RemoteTask>> ReadAsync(PortalAccess access, long id, IReadOnlyList<RecordKind> linked, CancellationToken ct) =>
        One(await http.SendAsync(access, HubSpotCall.Get($"{tasks}/{Text(id)}?{Asked(linked)}"), ct), linked);

    public async Task<Result<RemoteTask>> UpdateAsync(PortalAccess access, TaskUpdate update, CancellationToken ct) => One(
        await http.SendAsync(access, HubSpotCall.Write(HttpMethod.Patch, $"{tasks}/{Text(update.Id)}", new WireUpdate(Values(update)), HubSpotJson.Default.WireUpdate), ct),
        null);

    public async Task<Result<IReadOnlyList<RemoteTask>>> UpdateManyAsync(PortalAccess access, IReadOnlyList<TaskUpdate> updates, CancellationToken ct)
    {
        var batch = new WireBatch<WireBatchUpdate>([.. updates.Select(u => new WireBatchUpdate(Text(u.Id), Values(u), Text(u.Id)))]);
        var call = HubSpotCall.Write(HttpMethod.Post, $"{tasks}/batch/update", batch, HubSpotJson.Default.WireBatchWireBatchUpdate);
        return Many(await http.SendAsync(access, call, ct));
    }

    public async Task<Result<RemoteSeries>> SeriesAsync(PortalAccess access, long taskId, CancellationToken ct)
    {
        var answer = await http.SendAsync(access, HubSpotCall.Get(HubSpotPaths.Series(taskId)), ct);
        return answer.Read(body => JsonSerializer.Deserialize(body.Span, HubSpotJson.Default.WireSeriesAnswer)?.Series is { } series
            ? new RemoteSeries(series.RepeatInterval, series.RepeatStatus, TaskProperty.Instant(series.StartsAt))
            : null);
    }

    public async Task<Result<IReadOnlyList<RemoteTask>>> ReadManyAsync(PortalAccess access, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var asked = new WireBatch<WireId>([.. ids.Select(id => new WireId(Text(id)))]) { Properties = Properties };
        return Many(await http.SendAsync(access, HubSpotCall.Ask($"{tasks}/batch/read", asked, HubSpotJson.Default.WireBatchWireId), ct));
    }

    public async Task<Result<IReadOnlyList<RemoteHistory>>> ReadHistoryAsync(PortalAccess access, IReadOnlyList<long> ids, IReadOnlyList<string> properties, CancellationToken ct)
    {
        var asked = new WireBatch<WireId>([.. ids.Select(id => new WireId(Text(id)))]) { Properties = [TaskProperty.UpdatedAt], PropertiesWithHistory = properties };
        var answer = await http.SendAsync(access, HubSpotCall.Ask($"{tasks}/batch/read", asked, HubSpotJson.Default.WireBatchWireId), ct);
        return answer.Read<IReadOnlyList<RemoteHistory>>(body => [.. (TaskReading.Page(body, out _).Results ?? []).Select(TaskReading.History)]);
    }

    public async Task<Result<TaskPage>> LookUpAsync(PortalAccess access, IReadOnlyList<long> ids, bool archived, CancellationToken ct)
    {
        var asked = new WireBatch<WireId>([.. ids.Select(id => new WireId(Text(id)))]) { Properties = Properties };
        var path = archived ? $"{tasks}/batch/read?archived=true" : $"{tasks}/batch/read";
        var answer = await http.SendAsync(access, HubSpotCall.Ask(path, asked, HubSpotJson.Default.WireBatchWireId), ct);
        return answer.Read(body =>
        {
            var page = TaskReading.Page(body, out var unread);
            return new TaskPage([.. (page.Results ?? []).Select(t => TaskReading.Task(t, null))], unread.Count, null) { Unread = unread };
        });
    }

    public async Task<Result<RemoteTask>> CreateAsync(PortalAccess access, RemoteDraft draft, CancellationToken ct)
    {
        var wire = await DraftAsync(access, draft, null, ct);
        return wire.Ok
            ? One(await http.SendAsync(access, HubSpotCall.Write(HttpMethod.Post, tasks, wire.Value, HubSpotJson.Default.WireDraft), ct), null)
            : wire.Failure;
    }

    public async Task<Result<IReadOnlyList<Result<RemoteTask>>>> CreateManyAsync(PortalAccess access, IReadOnlyList<RemoteDraft> drafts, CancellationToken ct)
    {
        var inputs = new List<WireDraft>();
        foreach (var draft in drafts)
        {
            var wire = await DraftAsync(access, draft, $"draft-{inputs.Count.ToString(CultureInfo.InvariantCulture)}", ct);
            if (!wire.Ok)
            {
                return wire.Failure;
            }

            inputs.Add(wire.Value);
        }

        var call = HubSpotCall.Write(HttpMethod.Post, $"{tasks}/batch/create", new WireBatch<WireDraft>(inputs), HubSpotJson.Default.WireBatchWireDraft);
        var answer = await http.SendAsync(access, call, ct);
        return answer.Read<IReadOnlyList<Result<RemoteTask>>>(body => [.. TaskReading.ByTrace(body, inputs.ConvertAll(i => i.ObjectWriteTraceId!), r => TaskReading.Task(r, null))]);
    }

    public async Task<Result<IReadOnlyList<Result<UpsertedTask>>>> UpsertManyAsync(
        PortalAccess access, string uniqueProperty, IReadOnlyList<KeyedDraft> drafts, CancellationToken ct)
    {
        var inputs = drafts.Select(d => new WireBatchUpdate(d.Key, Filled(d.Values), d.Key) { IdProperty = uniqueProperty }).ToList();
        var call = HubSpotCall.Write(HttpMethod.Post, $"{tasks}/batch/upsert", new WireBatch<WireBatchUpdate>(inputs), HubSpotJson.Default.WireBatchWireBatchUpdate);
        var answer = await http.SendAsync(access, call, ct);
        return answer.Read<IReadOnlyList<Result<UpsertedTask>>>(
            body => [.. TaskReading.ByTrace(body, inputs.ConvertAll(i => i.ObjectWriteTraceId), r => new UpsertedTask(TaskReading.Task(r, null), r.New == true))]);
    }

    public async Task<Result<IReadOnlyDictionary<string, RemoteTask>>> ReadByKeyAsync(
        PortalAccess access, string uniqueProperty, IReadOnlyList<string> keys, CancellationToken ct)
    {
        var asked = new WireBatch<WireId>([.. keys.Select(key => new WireId(key))]) { IdProperty = uniqueProperty, Properties = [.. Properties, uniqueProperty] };
        var found = Many(await http.SendAsync(access, HubSpotCall.Ask($"{tasks}/batch/read", asked, HubSpotJson.Default.WireBatchWireId), ct));
        return found.Ok
            ? found.Value.Where(t => t.Properties.GetValueOrDefault(uniqueProperty) is not null)
                .DistinctBy(t => t.Properties[uniqueProperty]).ToDictionary(t => t.Properties[uniqueProperty]!, StringComparer.OrdinalIgnoreCase)
            : found.Failure;
    }

    public async Task<Result<Done>> ArchiveAsync(PortalAccess access, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var call = ids is [var only]
            ? HubSpotCall.Delete($"{tasks}/{Text(only)}")
            : HubSpotCall.Write(HttpMethod.Post, $"{tasks}/batch/archive", new WireBatch<WireId>([.. ids.Select(id => new WireId(Text(id)))]), HubSpotJson.Default.WireBatchWireId) with { Silent = true };
        return (await http.SendAsync(access, call, ct)).Done;
    }

    private async Task<Result<WireDraft>> DraftAsync(PortalAccess access, RemoteDraft draft, string? trace, CancellationToken ct)
    {
        var links = new List<WireDraftLink>();
        foreach (var target in draft.Targets)
        {
            var type = await types.OfAsync(access, target, ct);
            if (!type.Ok)
            {
                return type.Failure;
            }

            links.Add(new WireDraftLink(new WireId(Text(target.RecordId)), [type.Value]));
        }

        return new WireDraft(Filled(draft.Values), links.Count == 0 ? null : links, trace);
    }

    private static Result<IReadOnlyList<RemoteTask>> Many(HubSpotAnswer answer) =>
        answer.Read<IReadOnlyList<RemoteTask>>(body => [.. (TaskReading.Page(body, out _).Results ?? []).Select(t => TaskReading.Task(t, null))]);

    private static Result<RemoteTask> One(HubSpotAnswer answer, IReadOnlyList<RecordKind>? linked) => answer.Read(body =>
        JsonSerializer.Deserialize(body.Span, HubSpotJson.Default.WireRecord) is { Id: > 0 } wire ? TaskReading.Task(wire, linked) : null);

    /// <summary>Dates of filters are Unix milliseconds; a zero there makes HubSpot answer 500.</summary>
    private static IEnumerable<WireFilter> Filters(TaskSearch search)
    {
        if (search.ModifiedFrom is { } from)
        {
            yield return new WireFilter(TaskProperty.UpdatedAt, "GTE", Text(Math.Max(1, from.ToUnixTimeMilliseconds())));
        }

        if (search.ModifiedTo is { } to)
        {
            yield return new WireFilter(TaskProperty.UpdatedAt, "LTE", Text(Math.Max(1, to.ToUnixTimeMilliseconds())));
        }

        if (search.IdAfter is { } id)
        {
            yield return new WireFilter("hs_object_id", "GT", Text(id));
        }
    }

    private static string Asked(IReadOnlyList<RecordKind> linked) => linked.Count == 0
        ? $"properties={string.Join(',', Properties)}"
        : $"properties={string.Join(',', Properties)}&associations={string.Join(',', linked.Select(k => Uri.EscapeDataString(k.PathName)))}";

    private static Dictionary<string, string> Filled(IReadOnlyDictionary<string, string?> values) =>
        values.Where(v => !string.IsNullOrEmpty(v.Value)).ToDictionary(v => v.Key, v => v.Value!);

    /// <summary>The empty text clears a property; null would be ignored or refused.</summary>
    private static Dictionary<string, string> Values(TaskUpdate update) => update.Values.ToDictionary(v => v.Key, v => v.Value ?? "");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
