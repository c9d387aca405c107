namespace Dashboard.Application.Tasks.Bulk;

/// <param name="Total">Changes of the run that were not taken back.</param>
/// <param name="Failures">The first of those HubSpot refused, with its words.</param>
public sealed record BulkProgress(Guid Batch, int Total, int Done, int Waiting, int Refused, IReadOnlyList<BulkFailure> Failures)
{
    public bool IsOver => Waiting == 0;
}

public sealed record BulkFailure(Guid Change, long TaskId, string Subject, string Reason, string? CorrelationId);
