using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Application.Sync.Reading;

/// <summary>What a full sync still has to read, kept with the pages it has stored. After the end it stays when tasks had to be left out.</summary>
/// <param name="Ranges">Open id ranges.</param>
/// <param name="MaxId">Highest id known when it began.</param>
/// <param name="Unreadable">Tasks left out so far because they could not be read.</param>
/// <param name="OneCursor">The portal's list does not go by ids: one cursor reads it from the beginning.</param>
public sealed record SyncCheckpoint(IReadOnlyList<IdRange> Ranges, long MaxId, int Unreadable = 0, bool OneCursor = false)
{
    public string Write() => JsonSerializer.Serialize(this, SyncCheckpointJson.Default.SyncCheckpoint);

    public static SyncCheckpoint? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, SyncCheckpointJson.Default.SyncCheckpoint);
}

[JsonSerializable(typeof(SyncCheckpoint))]
internal sealed partial class SyncCheckpointJson : JsonSerializerContext;
