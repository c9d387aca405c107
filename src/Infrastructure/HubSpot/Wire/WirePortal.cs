using System.Text.Json.Serialization;

namespace Dashboard.Infrastructure.HubSpot.Wire;

public sealed record WireAccount
{
    [JsonConverter(typeof(IdConverter))]
    public long PortalId { get; init; }

    public string? UiDomain { get; init; }

    public string? TimeZone { get; init; }
}

public sealed record WireOwner
{
    [JsonConverter(typeof(IdConverter))]
    public long Id { get; init; }

    public long? UserId { get; init; }

    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public bool Archived { get; init; }
}

public sealed record WireProperty
{
    public string? Name { get; init; }

    public string? Type { get; init; }

    public string? GroupName { get; init; }

    public bool HasUniqueValue { get; init; }

    public bool Archived { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public List<WireOption>? Options { get; init; }
}

public sealed record WireOption
{
    public string? Label { get; init; }

    public string? Value { get; init; }

    public int DisplayOrder { get; init; }

    public bool Hidden { get; init; }
}

public sealed record WirePipeline
{
    public List<WireStage>? Stages { get; init; }
}

public sealed record WireStage
{
    public string? Id { get; init; }

    public string? Label { get; init; }

    [JsonConverter(typeof(TextMapConverter))]
    public Dictionary<string, string?>? Metadata { get; init; }
}

public sealed record WireSchema
{
    public string? ObjectTypeId { get; init; }

    public string? FullyQualifiedName { get; init; }

    public string? PrimaryDisplayProperty { get; init; }

    public List<string>? SecondaryDisplayProperties { get; init; }
}
