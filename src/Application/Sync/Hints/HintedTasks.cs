using Dashboard.Application.Connections.Portal;

namespace Dashboard.Application.Sync.Hints;

/// <param name="Found">As HubSpot has them now.</param>
/// <param name="Gone">In the recycling bin, or nowhere.</param>
/// <param name="Unread">There, but not in a form that can be read.</param>
/// <param name="Troubled">Those HubSpot would not tell of although it answered for others, with its sentence.</param>
public sealed record HintedTasks(
    List<RemoteTask> Found, List<long> Gone, IReadOnlyList<UnreadTask> Unread, IReadOnlyDictionary<long, string> Troubled);
