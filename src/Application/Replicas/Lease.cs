using Dashboard.Application.Kernel;

namespace Dashboard.Application.Replicas;

/// <summary>The right of one replica to do one kind of work for a workspace. Free when its holder is no <see cref="LiveReplica"/> any more.</summary>
public sealed class Lease : IWorkspaceRow
{
    public const string Sending = "sending";

    public const string Syncing = "syncing";

    /// <summary>Going where webhooks pointed.</summary>
    public const string Following = "webhooks";

    /// <summary>Renewing the portal's access.</summary>
    public const string Token = "token";

    public required WorkspaceId WorkspaceId { get; init; }

    public required string Name { get; init; }

    /// <summary>A <see cref="LiveReplica"/>; empty when it was given back.</summary>
    public required Guid Holder { get; set; }

    /// <summary>Rises with each taking, so that who held it before can be told from who holds it now.</summary>
    public long Fence { get; set; }
}
