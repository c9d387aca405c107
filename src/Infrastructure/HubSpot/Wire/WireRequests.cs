namespace Dashboard.Infrastructure.HubSpot.Wire;

public sealed record WireUpdate(Dictionary<string, string> Properties);

/// <param name="ObjectWriteTraceId">Lets HubSpot answer for each input apart.</param>
public sealed record WireBatchUpdate(string Id, Dictionary<string, string> Properties, string ObjectWriteTraceId)
{
    public string? IdProperty { get; init; }
}

/// <summary>A record to be made, alone or in a batch.</summary>
public sealed record WireDraft(Dictionary<string, string> Properties, IReadOnlyList<WireDraftLink>? Associations, string? ObjectWriteTraceId);

public sealed record WireDraftLink(WireId To, IReadOnlyList<WireLinkType> Types);

public sealed record WireLinkType(string AssociationCategory, int AssociationTypeId);

public sealed record WirePair(WireId From, WireId To);

/// <summary>A pair and the types its association has, is to have or is to lose.</summary>
public sealed record WireLabelled(WireId From, WireId To, IReadOnlyList<WireLinkType> Types);

public sealed record WirePairs(WireId From, IReadOnlyList<WireId> To);

public sealed record WireBatch<T>(IReadOnlyList<T> Inputs)
{
    public string? IdProperty { get; init; }

    public IReadOnlyList<string>? Properties { get; init; }

    public IReadOnlyList<string>? PropertiesWithHistory { get; init; }
}

public sealed record WireId(string Id);

public sealed record WireSearch(IReadOnlyList<WireFilterGroup> FilterGroups, IReadOnlyList<WireSort> Sorts, IReadOnlyList<string> Properties, int Limit)
{
    /// <summary>Words that default text properties must hold.</summary>
    public string? Query { get; init; }
}

public sealed record WireFilterGroup(IReadOnlyList<WireFilter> Filters);

public sealed record WireFilter(string PropertyName, string Operator, string Value);

public sealed record WireSort(string PropertyName, string Direction);

/// <summary>A property to be added to a type of record.</summary>
public sealed record WireNewProperty(string Name, string Label, string Description, string GroupName)
{
    public string Type { get; } = "string";

    public string FieldType { get; } = "text";

    public bool HasUniqueValue { get; } = true;

    public bool Hidden { get; } = true;

    public bool FormField { get; }
}
