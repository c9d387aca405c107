namespace Dashboard.Infrastructure.HubSpot.Wire;

public sealed record WireUpdate(Dictionary<string, string> Properties);

/// <param name="ObjectWriteTraceId">Lets HubSpot answer for each input apart.</param>
public sealed record WireBatchUpdate(string Id, Dictionary<string, string> Properties, string ObjectWriteTraceId);

public sealed record WireBatch<T>(IReadOnlyList<T> Inputs)
{
    public IReadOnlyList<string>? Properties { get; init; }
}

public sealed record WireId(string Id);

public sealed record WireSearch(IReadOnlyList<WireFilterGroup> FilterGroups, IReadOnlyList<WireSort> Sorts, IReadOnlyList<string> Properties, int Limit);

public sealed record WireFilterGroup(IReadOnlyList<WireFilter> Filters);

public sealed record WireFilter(string PropertyName, string Operator, string Value);

public sealed record WireSort(string PropertyName, string Direction);
