using Dashboard.Application.Records;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Links.Pins;

/// <param name="Missing">Open deals without a pin.</param>
public sealed record PinBoard(IReadOnlyList<PinEntry> Pins, IReadOnlyList<PinEntry> Missing);

/// <param name="Task">Null where a pin is missing.</param>
public sealed record PinEntry(CrmRecord Record, CrmTask? Task, PinState State);

public enum PinState
{
    Live = 0,

    /// <summary>An open deal without a pin.</summary>
    Missing = 1,

    /// <summary>The pinned task is completed.</summary>
    Done = 2,

    /// <summary>The pinned task is overdue, or nobody touched it for 30 days.</summary>
    Stale = 3,
}
