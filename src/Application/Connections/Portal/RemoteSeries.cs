namespace Dashboard.Application.Connections.Portal;

/// <summary>How a task repeats, in HubSpot's own texts.</summary>
/// <param name="Rule">An RFC 5545 rule with its prefix, such as <c>RRULE:FREQ=WEEKLY;BYDAY=MO</c>.</param>
/// <param name="Status">One of values that are not published.</param>
/// <param name="StartsAt">UTC.</param>
public sealed record RemoteSeries(string? Rule, string? Status, DateTimeOffset? StartsAt);
