using System.Text.Json.Serialization;

namespace Dashboard.Infrastructure.HubSpot.Wire;

/// <summary>A CRM object in an answer. https://developers.hubspot.com/docs/api-reference/latest/crm/using-object-apis</summary>
public sealed record WireRecord
{
    [JsonConverter(typeof(IdConverter))]
    public long Id { get; init; }

    [JsonConverter(typeof(TextMapConverter))]
    public Dictionary<string, string?>? Properties { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public Dictionary<string, List<WireVersion>>? PropertiesWithHistory { get; init; }

    public Dictionary<string, WireLinks>? Associations { get; init; }

    public string? ObjectWriteTraceId { get; init; }

    /// <summary>In answers to an upsert.</summary>
    public bool? New { get; init; }
}

/// <summary>One value a property had, from its instant on.</summary>
public sealed record WireVersion
{
    public string? Value { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public string? SourceType { get; init; }

    public long? UpdatedByUserId { get; init; }
}

public sealed record WireLinks
{
    public List<WireLink>? Results { get; init; }
}

public sealed record WireLink
{
    [JsonConverter(typeof(IdConverter))]
    public long Id { get; init; }
}

public sealed record WirePage<T>
{
    public long Total { get; init; }

    public List<T>? Results { get; init; }

    public WirePaging? Paging { get; init; }
}

public sealed record WirePaging
{
    public WireNext? Next { get; init; }
}

public sealed record WireNext
{
    public string? After { get; init; }
}

/// <summary>An answer of v4's association batch read.</summary>
public sealed record WireAssociations
{
    public WireLink? From { get; init; }

    public List<WireTo>? To { get; init; }
}

public sealed record WireTo
{
    [JsonConverter(typeof(IdConverter))]
    public long ToObjectId { get; init; }

    public List<WireLabel>? AssociationTypes { get; init; }
}

public sealed record WireLabel
{
    public string? Category { get; init; }

    public int TypeId { get; init; }

    public string? Label { get; init; }
}

/// <summary>What a batch says beside its results.</summary>
public sealed record WireOutcome
{
    public List<WireError>? Errors { get; init; }
}

/// <summary>A pair that a batch associated.</summary>
public sealed record WireTaken
{
    public WireLink? From { get; init; }

    public WireLink? To { get; init; }
}
