namespace Dashboard.Application.Calendar.Feeds;

/// <param name="ViewId">A saved view to show; null to show <paramref name="Query"/>.</param>
/// <param name="Query">The query of an address.</param>
/// <param name="AlarmMinutes">A reminder so long before; null for none.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record FeedToMake(string Name, Guid? ViewId, string Query, FeedKind Kind, int Minutes, int? AlarmMinutes, bool WithCompleted, string TimeZone);

/// <summary>A feed with its secret, which exists nowhere else and is never shown again.</summary>
public sealed record NewFeed(Guid Id, string Name, FeedKind Kind, string Secret);
