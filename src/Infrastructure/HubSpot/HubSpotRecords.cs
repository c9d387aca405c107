using System.Globalization;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Infrastructure.HubSpot.Wire;

namespace Dashboard.Infrastructure.HubSpot;

/// <inheritdoc cref="IHubSpotRecords"/>
public sealed class HubSpotRecords(HubSpotHttp http, HubSpotPaths paths, LinkTypes types) : IHubSpotRecords
{
    /// <summary>More tasks on one record than anybody reads.</summary>
    private const int MostOthers = 2_000;

    /// <summary>"The contact's time zone. This can be set automatically by HubSpot based on other contact properties." An enumeration.</summary>
    private const string Zone = "hs_timezone";

    /// <summary>Two letters, set by HubSpot.</summary>
    private const string CountryCode = "hs_country_region_code";

    /// <summary>Free text in most portals.</summary>
    private const string Country = "country";

    /// <summary>Not <c>hs_ip_timezone</c>: where somebody's network once was is not where they are.</summary>
    private static readonly IReadOnlyList<string> Place = [Zone, CountryCode, Country];

    public async Task<Result<IReadOnlyList<RecordKind>>> CustomKindsAsync(PortalAccess access, CancellationToken ct)
    {
        var page = await http.SendAsync(access, HubSpotCall.Get(paths.Schemas), HubSpotJson.Default.WirePageWireSchema, ct);
        if (!page.Ok)
        {
            return page.Failure;
        }

        return (page.Value.Results ?? []).Where(s => s is { ObjectTypeId: not null, FullyQualifiedName: not null }).Select(s => new RecordKind(
            s.ObjectTypeId!,
            s.FullyQualifiedName!,
            s.PrimaryDisplayProperty is { } title ? [title] : [],
            s.SecondaryDisplayProperties?.FirstOrDefault(),
            "crm.objects.custom.read")).ToList();
    }

    public async Task<Result<IReadOnlyList<RemoteRecord>>> NamesAsync(PortalAccess access, RecordKind kind, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var asked = new WireBatch<WireId>([.. ids.Select(id => new WireId(Text(id)))])
        {
            Properties = Asked(kind),
        };
        var call = HubSpotCall.Ask($"{paths.Objects(kind.ObjectType)}/batch/read", asked, HubSpotJson.Default.WireBatchWireId);
        var answer = await http.SendAsync(access, call, ct);
        return answer.Read<IReadOnlyList<RemoteRecord>>(body => [.. (TaskReading.Page(body, out _).Results ?? []).Select(r => Named(r, kind))]);
    }

    public async Task<Result<IReadOnlyList<(long TaskId, long RecordId)>>> LinksAsync(
        PortalAccess access, RecordKind kind, IReadOnlyList<long> taskIds, CancellationToken ct)
    {
        var asked = new WireBatch<WireId>([.. taskIds.Select(id => new WireId(Text(id)))]);
        var path = paths.AssociationsRead(HubSpotPaths.Tasks, kind.ObjectType);
        var page = await http.SendAsync(access, HubSpotCall.Ask(path, asked, HubSpotJson.Default.WireBatchWireId), HubSpotJson.Default.WirePageWireAssociations, ct);
        if (!page.Ok)
        {
            return page.Failure;
        }

        return (page.Value.Results ?? [])
            .Where(r => r.From is not null)
            .SelectMany(r => (r.To ?? []).Select(to => (r.From!.Id, to.ToObjectId)))
            .Distinct().ToList();
    }

    public async Task<Result<IReadOnlyList<RemoteRecord>>> SearchAsync(PortalAccess access, RecordKind kind, string text, int most, CancellationToken ct)
    {
        var wire = new WireSearch([], [], Asked(kind), most) { Query = text };
        var answer = await http.SendAsync(access, HubSpotCall.Ask($"{paths.Objects(kind.ObjectType)}/search", wire, HubSpotJson.Default.WireSearch, search: true), ct);
        return answer.Read<IReadOnlyList<RemoteRecord>>(body => [.. (TaskReading.Page(body, out _).Results ?? []).Select(r => Named(r, kind))]);
    }

    public Task<Result<IReadOnlyList<long>>> TasksOfAsync(PortalAccess access, RecordKind kind, long recordId, CancellationToken ct) =>
        OthersAsync(access, kind.ObjectType, recordId, HubSpotPaths.Tasks, ct);

    public Task<Result<IReadOnlyList<long>>> RelatedAsync(PortalAccess access, RecordKind kind, long recordId, RecordKind other, CancellationToken ct) =>
        OthersAsync(access, kind.ObjectType, recordId, other.ObjectType, ct);

    public async Task<Result<IReadOnlyList<RemoteLabel>>> LabelsAsync(PortalAccess access, RecordKind kind, CancellationToken ct) =>
        await types.LabelsAsync(access, kind, ct);

    public async Task<Result<IReadOnlyList<(long RecordId, RemoteLabel Label)>>> LabelledAsync(PortalAccess access, RecordKind kind, long taskId, CancellationToken ct)
    {
        var page = await http.SendAsync(access, HubSpotCall.Get(paths.AssociationsOf(HubSpotPaths.Tasks, taskId, kind.ObjectType)), HubSpotJson.Default.WirePageWireTo, ct);
        return page.Ok
            ? (page.Value.Results ?? []).SelectMany(to => (to.AssociationTypes ?? []).Where(t => !string.IsNullOrEmpty(t.Label)).Select(t => (to.ToObjectId, LinkTypes.Label(t)))).ToList()
            : page.Failure;
    }

    public async Task<Result<Done>> LinkAsync(PortalAccess access, long taskId, RemoteTarget target, CancellationToken ct)
    {
        if (target is { Category: { } category, TypeId: { } typeId })
        {
            return await LabelAsync(access, target.Kind, taskId, target.RecordId, [new RemoteLabel(category, typeId, null)], [], ct);
        }

        var plain = paths.AssociationDefault(HubSpotPaths.Tasks, taskId, target.Kind.ObjectType, target.RecordId);
        return (await http.SendAsync(access, new HubSpotCall(HttpMethod.Put, plain), ct)).Done;
    }

    public async Task<Result<Done>> LabelAsync(
        PortalAccess access, RecordKind kind, long taskId, long recordId, IReadOnlyList<RemoteLabel> added, IReadOnlyList<RemoteLabel> removed, CancellationToken ct)
    {
        var told = await LabelledAsync(access, kind, taskId, ct);
        if (!told.Ok)
        {
            return told.Failure;
        }

        var off = removed.Select(Wire).ToList();
        var present = told.Value.Where(l => l.RecordId == recordId).Select(l => Wire(l.Label)).ToList();
        var wanted = present.Except(off).Union(added.Select(Wire)).ToList();
        var gone = present.Intersect(off).ToList();
        if (wanted.Count > 0)
        {
            // HubSpot puts the sent labels in place of those that are there.
            return await LabelPairAsync(access, kind, new WireLabelled(new WireId(Text(taskId)), new WireId(Text(recordId)), wanted), ct);
        }

        var batch = new WireBatch<WireLabelled>([new WireLabelled(new WireId(Text(taskId)), new WireId(Text(recordId)), gone)]);
        var path = $"{paths.Associations(HubSpotPaths.Tasks, kind.ObjectType)}/batch/labels/archive";
        return gone.Count == 0 ? Done.Value
            : (await http.SendAsync(access, HubSpotCall.Write(HttpMethod.Post, path, batch, HubSpotJson.Default.WireBatchWireLabelled) with { Silent = true }, ct)).Done;
    }

    public async Task<Result<IReadOnlyList<(long TaskId, long RecordId)>>> LinkManyAsync(
        PortalAccess access, RecordKind kind, IReadOnlyList<(long TaskId, long RecordId)> pairs, CancellationToken ct)
    {
        var batch = new WireBatch<WirePair>([.. pairs.Select(p => new WirePair(new WireId(Text(p.TaskId)), new WireId(Text(p.RecordId))))]);
        var path = $"{paths.Associations(HubSpotPaths.Tasks, kind.ObjectType)}/batch/associate/default";
        var page = await http.SendAsync(access, HubSpotCall.Write(HttpMethod.Post, path, batch, HubSpotJson.Default.WireBatchWirePair), HubSpotJson.Default.WirePageWireTaken, ct);
        if (!page.Ok)
        {
            return page.Failure;
        }

        var taken = (page.Value.Results ?? []).Where(r => r is { From: not null, To: not null })
            .SelectMany(r => new[] { (r.From!.Id, r.To!.Id), (r.To!.Id, r.From!.Id) }).ToHashSet();
        return pairs.Where(p => !taken.Contains(p)).ToList();
    }

    public async Task<Result<Done>> UnlinkAsync(PortalAccess access, RecordKind kind, long taskId, long recordId, CancellationToken ct) =>
        (await http.SendAsync(access, HubSpotCall.Delete(paths.AssociationsOf(HubSpotPaths.Tasks, taskId, kind.ObjectType, recordId)), ct)).Done;

    public async Task<Result<Done>> UnlinkManyAsync(PortalAccess access, RecordKind kind, IReadOnlyList<(long TaskId, long RecordId)> pairs, CancellationToken ct)
    {
        var batch = new WireBatch<WirePairs>([.. pairs.GroupBy(p => p.TaskId).Select(g => new WirePairs(new WireId(Text(g.Key)), [.. g.Select(p => new WireId(Text(p.RecordId)))]))]);
        var path = $"{paths.Associations(HubSpotPaths.Tasks, kind.ObjectType)}/batch/archive";
        return (await http.SendAsync(access, HubSpotCall.Write(HttpMethod.Post, path, batch, HubSpotJson.Default.WireBatchWirePairs) with { Silent = true }, ct)).Done;
    }

    public async Task<Result<RemoteRecord>> PinAsync(PortalAccess access, RecordKind kind, long recordId, long? taskId, CancellationToken ct)
    {
        var values = new Dictionary<string, string> { [TaskProperty.Pinned] = TaskProperty.Text(taskId) ?? "" };
        var call = HubSpotCall.Write(HttpMethod.Patch, $"{paths.Objects(kind.ObjectType)}/{Text(recordId)}", new WireUpdate(values), HubSpotJson.Default.WireUpdate);
        var answer = await http.SendAsync(access, call, ct);
        return answer.Read(body => System.Text.Json.JsonSerializer.Deserialize(body.Span, HubSpotJson.Default.WireRecord) is { Id: > 0 } wire ? Named(wire, kind) : null);
    }

    private static WireLinkType Wire(RemoteLabel label) => new(label.Category, label.TypeId);

    private async Task<Result<Done>> LabelPairAsync(PortalAccess access, RecordKind kind, WireLabelled pair, CancellationToken ct)
    {
        var path = $"{paths.Associations(HubSpotPaths.Tasks, kind.ObjectType)}/batch/create";
        var call = HubSpotCall.Write(HttpMethod.Post, path, new WireBatch<WireLabelled>([pair]), HubSpotJson.Default.WireBatchWireLabelled);
        var answer = await http.SendAsync(access, call, ct);
        var errors = answer.Read(HubSpotJson.Default.WireOutcome);
        return !errors.Ok ? errors.Failure
            : errors.Value.Errors is [var first, ..] ? new Failure.Refused(first.Message ?? "it gave no reason", first.CorrelationId, 400)
            : Done.Value;
    }

    private async Task<Result<IReadOnlyList<long>>> OthersAsync(PortalAccess access, string type, long id, string other, CancellationToken ct)
    {
        var ids = new List<long>();
        string? after = null;
        do
        {
            var path = $"{paths.AssociationsOf(type, id, other)}?limit=500{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";
            var page = await http.SendAsync(access, HubSpotCall.Get(path), HubSpotJson.Default.WirePageWireTo, ct);
            if (!page.Ok)
            {
                return page.Failure;
            }

            ids.AddRange((page.Value.Results ?? []).Select(r => r.ToObjectId));
            after = page.Value.Paging?.Next?.After is { } next && next != after ? next : null;
        }
        while (after is not null && ids.Count < MostOthers);

        return ids.Distinct().ToList();
    }

    /// <summary>What a portal does not define is left out of its answer.</summary>
    private static IReadOnlyList<string> Asked(RecordKind kind) =>
        [.. kind.Title, .. kind.Detail is { } detail ? new[] { detail } : [], TaskProperty.Owner, TaskProperty.Pinned, .. kind.HasPlace ? Place : []];

    private static RemoteRecord Named(WireRecord wire, RecordKind kind)
    {
        string? Value(string property) => wire.Properties?.GetValueOrDefault(property) is { Length: > 0 } value ? value : null;

        var title = string.Join(' ', kind.Title.Select(Value).OfType<string>());
        var detail = kind.Detail is { } property ? Value(property) : null;
        return new RemoteRecord(kind.ObjectType, wire.Id, title.Length > 0 ? title : detail ?? "", detail) 
        {
            OwnerId = Number(Value(TaskProperty.Owner)),
            PinnedId = Number(Value(TaskProperty.Pinned)),
            TimeZone = kind.HasPlace ? Value(Zone) : null,
            Country = kind.HasPlace ? Value(CountryCode) ?? Value(Country) : null,
        };
    }

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
