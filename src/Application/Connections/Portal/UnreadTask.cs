namespace Dashboard.Application.Connections.Portal;

/// <summary>A task in an answer that could not be read.</summary>
/// <param name="Id">Zero when not even that can be told.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record UnreadTask(long Id, string Reason);
