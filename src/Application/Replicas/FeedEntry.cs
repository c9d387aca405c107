using System.Text.Json;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Replicas;

/// <summary>A signal of one replica for the others. Kept for minutes only.</summary>
public sealed class FeedEntry
{
    public long Sequence { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>The process that gave it.</summary>
    public required Guid Origin { get; init; }

    /// <summary>Name of the <see cref="WorkspaceSignal"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The signal as JSON.</summary>
    public required string Content { get; init; }

    public static FeedEntry Of(WorkspaceSignal signal, Guid origin) =>
        new() { WorkspaceId = signal.Workspace, Origin = origin, Kind = signal.GetType().Name, Content = JsonSerializer.Serialize(signal, signal.GetType()) };

    /// <summary>Null for a kind only a newer version knows, while two versions run side by side.</summary>
    public WorkspaceSignal? Signal() =>
        typeof(WorkspaceSignal).GetNestedType(Kind) is { } type ? (WorkspaceSignal?)JsonSerializer.Deserialize(Content, type) : null;
}
