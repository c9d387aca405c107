using System.Globalization;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.HubSpot.Wire;

namespace Dashboard.Infrastructure.HubSpot;

/// <inheritdoc cref="IHubSpotRecords"/>
public sealed class HubSpotRecords(HubSpotHttp http, HubSpotPaths paths) : IHubSpotRecords
{
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
            Properties = kind.Detail is { } detail ? [.. kind.Title, detail] : kind.Title,
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

    private static RemoteRecord Named(WireRecord wire, RecordKind kind)
    {
        string? Value(string property) => wire.Properties?.GetValueOrDefault(property) is { Length: > 0 } value ? value : null;

        var title = string.Join(' ', kind.Title.Select(Value).OfType<string>());
        var detail = kind.Detail is { } property ? Value(property) : null;
        return new RemoteRecord(kind.ObjectType, wire.Id, title.Length > 0 ? title : detail ?? "", detail);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
