namespace Dashboard.Application.Tasks.Bulk;

/// <param name="Total">Changes of the run that were not taken back.</param>
/// <param name="Failures">The first of those HubSpot refused, with its words.</param>
public sealed record BulkProgress(Guid Batch, int Total, int Done, int Waiting, int Refused, IReadOnlyList<BulkFailure> Failures)
{
    /// <summary>Changes that were not sent, because HubSpot wants another field set first.</summary>
    public int Wanting { get; init; }

    /// <summary>What HubSpot wants set for these and for refused ones, by its names.</summary>
    public IReadOnlyList<string> Wants { get; init; } = [];

    public bool IsOver => Waiting == 0;
}

public sealed record BulkFailure(Guid Change, long TaskId, string Subject, string Reason, string? CorrelationId);
