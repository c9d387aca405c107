using Dashboard.Application.Connections.Portal;

namespace Dashboard.Application.Sync.Reading;

/// <summary>Tasks that changed, as far as they have been read.</summary>
/// <param name="Tasks">Up to about a thousand, without associations.</param>
/// <param name="Unread">Those that could not be read.</param>
/// <param name="UpTo">HubSpot's instant before which everything has been handed over now.</param>
/// <param name="IsLast">Whether nothing follows.</param>
public sealed record ModifiedPart(IReadOnlyList<RemoteTask> Tasks, IReadOnlyList<UnreadTask> Unread, DateTimeOffset UpTo, bool IsLast);
