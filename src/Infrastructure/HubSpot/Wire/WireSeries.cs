namespace Dashboard.Infrastructure.HubSpot.Wire;

/// <summary>An answer of the task series. https://developers.hubspot.com/docs/api-reference/2026-09-beta/crm/activities/task-series/create-tasks-series</summary>
public sealed record WireSeriesAnswer
{
    public WireSeries? Series { get; init; }
}

public sealed record WireSeries
{
    public string? RepeatInterval { get; init; }

    public string? RepeatStatus { get; init; }

    /// <summary>A text: one that is no instant costs itself, not the rule.</summary>
    public string? StartsAt { get; init; }
}
