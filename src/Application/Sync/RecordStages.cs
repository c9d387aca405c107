using System.Collections.Concurrent;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Sync;

/// <summary>The stages of a portal's deals and tickets, asked for now and then, not each time.</summary>
public sealed class RecordStages(TokenSource tokens, IHubSpotPortal portal, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(WorkspaceId Workspace, string ObjectType), (DateTimeOffset At, IReadOnlyDictionary<string, RemoteStage> Stages)> known = new();

    /// <returns>By id; null when they cannot be had, and then stages show as they are.</returns>
    public async Task<IReadOnlyDictionary<string, RemoteStage>?> OfAsync(WorkspaceId workspace, RecordKind kind, CallPriority priority, CancellationToken ct)
    {
        if (known.TryGetValue((workspace, kind.ObjectType), out var kept) && kept.At + Fresh > clock.GetUtcNow())
        {
            return kept.Stages;
        }

        var asked = await tokens.CallAsync(workspace, priority, access => portal.StagesAsync(access, kind, ct), ct);
        if (!asked.Ok)
        {
            return null;
        }

        var stages = asked.Value.ToDictionary(s => s.Id, StringComparer.Ordinal);
        known[(workspace, kind.ObjectType)] = (clock.GetUtcNow(), stages);
        return stages;
    }
}
