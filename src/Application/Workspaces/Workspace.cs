using Dashboard.Application.Kernel;

namespace Dashboard.Application.Workspaces;

/// <summary>A tenant: one team, its members, its HubSpot connection, its rows.</summary>
public sealed class Workspace
{
    public required WorkspaceId Id { get; init; }

    /// <summary>Name in addresses (<c>/w/{slug}/…</c>): lower-case letters, digits and hyphens, unique.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Moves on with each change of who is an owner. Saving on top of an older number fails, so two owners cannot leave at once.</summary>
    public int OwnersVersion { get; set; }
}
