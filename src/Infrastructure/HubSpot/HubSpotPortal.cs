using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Infrastructure.HubSpot.Wire;

namespace Dashboard.Infrastructure.HubSpot;

/// <inheritdoc cref="IHubSpotPortal"/>
public sealed class HubSpotPortal(HubSpotHttp http, HubSpotPaths paths, PortalLimiters limiters) : IHubSpotPortal
{
    /// <summary>Stages every portal begins with; they name no status, but their ids are the same everywhere.</summary>
    private static readonly Dictionary<string, string> BuiltInStages = new(StringComparer.Ordinal)
    {
        ["af0e6a5c-2ea3-4c72-b69f-7c6cb3fdb591"] = "NOT_STARTED",
        ["60b5c368-04c4-4d32-9b4a-457e159f49b7"] = "IN_PROGRESS",
        ["dd5826e4-c976-4654-a527-b59ada542e52"] = "WAITING",
        ["61bafb31-e7fa-46ed-aaa9-1322438d6e67"] = "COMPLETED",
        ["fc8148fb-3a2d-4b59-834e-69b7859347cb"] = "DEFERRED",
    };

    public async Task<Result<PortalAccount>> AccountAsync(PortalAccess access, CancellationToken ct)
    {
        var account = await http.SendAsync(access, HubSpotCall.Get(paths.Account), HubSpotJson.Default.WireAccount, ct);
        return account.Ok ? new PortalAccount(account.Value.PortalId, account.Value.UiDomain, account.Value.TimeZone) : account.Failure;
    }

    public async Task<Result<IReadOnlyList<RemoteOwner>>> OwnersAsync(PortalAccess access, CancellationToken ct)
    {
        var all = new List<RemoteOwner>();
        foreach (var archived in new[] { false, true })
        {
            string? after = null;
            do
            {
                var path = $"{paths.Owners}?limit=100&archived={(archived ? "true" : "false")}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";
                var page = await http.SendAsync(access, HubSpotCall.Get(path), HubSpotJson.Default.WirePageWireOwner, ct);
                if (!page.Ok)
                {
                    return page.Failure;
                }

                all.AddRange((page.Value.Results ?? []).Select(o => new RemoteOwner(o.Id, o.Email, o.FirstName, o.LastName, archived || o.Archived) { UserId = o.UserId }));
                after = page.Value.Paging?.Next?.After;
            }
            while (after is not null);
        }

        return all;
    }

    public async Task<Result<IReadOnlyList<RemoteOption>>> TaskOptionsAsync(PortalAccess access, CancellationToken ct)
    {
        var options = new List<RemoteOption>();
        foreach (var property in new[] { TaskProperty.Status, TaskProperty.Priority, TaskProperty.Type, TaskProperty.Queues })
        {
            var wire = await http.SendAsync(access, HubSpotCall.Get(paths.Properties(HubSpotPaths.Tasks, property)), HubSpotJson.Default.WireProperty, ct);
            if (!wire.Ok)
            {
                // A portal without queues may not have their property.
                if (property == TaskProperty.Queues && wire.Failure is Failure.Refused)
                {
                    continue;
                }

                return wire.Failure;
            }

            options.AddRange((wire.Value.Options ?? []).Where(o => !string.IsNullOrEmpty(o.Value))
                .Select(o => new RemoteOption(property, o.Value!, o.Label ?? o.Value!, o.DisplayOrder, o.Hidden, IsClosed: false)));
        }

        var pipelines = await http.SendAsync(access, HubSpotCall.Get(paths.Pipelines(HubSpotPaths.Tasks)), HubSpotJson.Default.WirePageWirePipeline, ct);
        if (!pipelines.Ok)
        {
            return pipelines.Failure;
        }

        var stages = (pipelines.Value.Results ?? []).SelectMany(p => p.Stages ?? []).ToList();
        return options.ConvertAll(o => o.Property == TaskProperty.Status ? o with { IsClosed = Closed(o, stages) } : o);
    }

    public async Task<Result<IReadOnlyList<RemoteStage>>> StagesAsync(PortalAccess access, RecordKind kind, CancellationToken ct)
    {
        var pipelines = await http.SendAsync(access, HubSpotCall.Get(paths.Pipelines(kind.ObjectType)), HubSpotJson.Default.WirePageWirePipeline, ct);
        return pipelines.Ok
            ? (pipelines.Value.Results ?? []).SelectMany(p => p.Stages ?? []).Where(s => s.Id is not null).DistinctBy(s => s.Id)
                .Select(s => new RemoteStage(s.Id!, s.Label ?? s.Id!, IsClosed(s))).ToList()
            : pipelines.Failure;
    }

    public async Task<Result<RemoteProperty>> TaskPropertyAsync(PortalAccess access, string name, CancellationToken ct) =>
        Property(await http.SendAsync(access, HubSpotCall.Get(paths.Properties(HubSpotPaths.Tasks, name)), HubSpotJson.Default.WireProperty, ct));

    public async Task<Result<RemoteProperty>> AddTaskPropertyAsync(PortalAccess access, NewTextProperty property, CancellationToken ct)
    {
        var wire = new WireNewProperty(property.Name, property.Label, property.Description, property.Group);
        var call = HubSpotCall.Write(HttpMethod.Post, paths.Properties(HubSpotPaths.Tasks), wire, HubSpotJson.Default.WireNewProperty);
        return Property(await http.SendAsync(access, call, HubSpotJson.Default.WireProperty, ct));
    }

    public PortalBudget BudgetOf(long hubId) => limiters.Of(hubId).Budget;

    private static Result<RemoteProperty> Property(Result<WireProperty> answer) => answer.Ok
        ? new RemoteProperty(answer.Value.Name ?? "", answer.Value.Type ?? "", answer.Value.GroupName ?? "", answer.Value.HasUniqueValue, answer.Value.Archived, answer.Value.CreatedAt)
        : answer.Failure;

    /// <summary>Tickets say it in another word than deals.</summary>
    private static bool IsClosed(WireStage stage) =>
        string.Equals(stage.Metadata?.GetValueOrDefault("isClosed"), "true", StringComparison.OrdinalIgnoreCase)
        || string.Equals(stage.Metadata?.GetValueOrDefault("ticketState"), "CLOSED", StringComparison.OrdinalIgnoreCase);

    /// <summary>Nothing ties a status to its stage but the built-in ids, an equal id, or an equal label. Without a stage, "completed" is closed.</summary>
    private static bool Closed(RemoteOption status, List<WireStage> stages)
    {
        var stage = stages.FirstOrDefault(s => s.Id is { } id && (BuiltInStages.GetValueOrDefault(id) == status.Value || id == status.Value))
            ?? stages.FirstOrDefault(s => string.Equals(s.Label?.Trim(), status.Label.Trim(), StringComparison.OrdinalIgnoreCase));
        return stage?.Metadata?.GetValueOrDefault("isClosed") is { } closed
            ? string.Equals(closed, "true", StringComparison.OrdinalIgnoreCase)
            : status.Value == "COMPLETED";
    }
}
