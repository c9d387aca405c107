using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Links;

/// <summary>The types of record the portal lets us read, by their object type id, with a name for each.</summary>
public sealed class ShowKinds(TokenSource tokens, RecordKinds kinds)
{
    public async Task<Result<IReadOnlyDictionary<string, string>>> RunAsync(Actor actor, CancellationToken ct)
    {
        var granted = await tokens.CallAsync(actor.Workspace, CallPriority.Person, access => kinds.OfAsync(access, ct), ct);
        return granted.Ok ? granted.Value.ToDictionary(k => k.ObjectType, Name) : granted.Failure;
    }

    private static string Name(RecordKind kind) =>
        RecordKind.Standard.Any(k => k.ObjectType == kind.ObjectType) ? RecordWords.Many(kind.ObjectType) : RecordWords.OfPath(kind.PathName);
}
