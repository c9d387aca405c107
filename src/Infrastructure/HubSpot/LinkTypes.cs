using System.Collections.Concurrent;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.HubSpot.Wire;

namespace Dashboard.Infrastructure.HubSpot;

/// <summary>
/// Which number an association of a task has. The plain ones of HubSpot's own types are the same everywhere; a portal's own types are asked for once.
/// https://developers.hubspot.com/docs/api-reference/latest/crm/associations/associate-records/guide
/// </summary>
public sealed class LinkTypes(HubSpotHttp http, HubSpotPaths paths)
{
    private const string Standard = "HUBSPOT_DEFINED";

    private static readonly Dictionary<string, int> Plain = new(StringComparer.Ordinal) { ["0-1"] = 204, ["0-2"] = 192, ["0-3"] = 216, ["0-5"] = 230 };

    private readonly ConcurrentDictionary<(long Hub, string ObjectType), WireLinkType> custom = new();

    public async Task<Result<WireLinkType>> OfAsync(PortalAccess access, RemoteTarget target, CancellationToken ct)
    {
        if (target is { Category: { } category, TypeId: { } typeId })
        {
            return new WireLinkType(category, typeId);
        }

        var type = target.Kind.ObjectType;
        if (Plain.TryGetValue(type, out var known))
        {
            return new WireLinkType(Standard, known);
        }

        if (custom.TryGetValue((access.HubId, type), out var asked))
        {
            return asked;
        }

        var labels = await LabelsAsync(access, target.Kind, ct);
        if (!labels.Ok)
        {
            return labels.Failure;
        }

        return labels.Value.FirstOrDefault(l => l.Name is null) is { } plain
            ? custom[(access.HubId, type)] = new WireLinkType(plain.Category, plain.TypeId)
            : new Failure.Refused($"tasks cannot be associated with records of type {type} in this portal");
    }

    public async Task<Result<IReadOnlyList<RemoteLabel>>> LabelsAsync(PortalAccess access, RecordKind kind, CancellationToken ct)
    {
        var path = $"{paths.Associations(HubSpotPaths.Tasks, kind.ObjectType)}/labels";
        var page = await http.SendAsync(access, HubSpotCall.Get(path), HubSpotJson.Default.WirePageWireLabel, ct);
        return page.Ok ? (page.Value.Results ?? []).Select(Label).ToList() : page.Failure;
    }

    internal static RemoteLabel Label(WireLabel wire) => new(wire.Category ?? Standard, wire.TypeId, string.IsNullOrEmpty(wire.Label) ? null : wire.Label);
}
