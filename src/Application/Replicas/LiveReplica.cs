namespace Dashboard.Application.Replicas;

/// <summary>
/// One run of a process of the product, as long as it lives: it raises <see cref="Beat"/> again and again. The row goes when the process stops
/// in good order, or when another one saw no beat for <see cref="ReplicaOptions.Lease"/>; the same id never comes back.
/// </summary>
public sealed class LiveReplica
{
    public required Guid Id { get; init; }

    public long Beat { get; set; }

    /// <summary>Name of the machine, for whoever looks into the database.</summary>
    public required string Machine { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}
