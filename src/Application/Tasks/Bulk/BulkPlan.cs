namespace Dashboard.Application.Tasks.Bulk;

/// <param name="WillChange">Tasks that get other values.</param>
/// <param name="AlreadySo">Tasks that hold the values already; nothing is sent for them.</param>
/// <param name="Refused">Tasks that cannot be changed, each with why.</param>
/// <param name="Calls">Calls to HubSpot.</param>
/// <param name="Expected">How long HubSpot will take for them, at its usual pace; a deletion also waits ten seconds first.</param>
public sealed record BulkPlan(
    IReadOnlyList<long> WillChange, IReadOnlyList<long> AlreadySo, IReadOnlyList<BulkRefusal> Refused, int Calls, TimeSpan Expected);

public sealed record BulkRefusal(long TaskId, string Subject, string Why);
