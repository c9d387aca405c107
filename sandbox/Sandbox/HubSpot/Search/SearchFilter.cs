using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Search;

/// <summary>One filter, its values already in the form in which records store them.</summary>
public sealed record SearchFilter(PropertyDefinition? Property, ObjectType? Associated, string Operator, string? Value, string? HighValue, IReadOnlyList<string> Values)
{
    private readonly long low = Property?.Key is null || Value is null ? 0 : SearchOrder.Key(Property, Value);
    private readonly long high = Property?.Key is null || HighValue is null ? 0 : SearchOrder.Key(Property, HighValue);

    public bool Passes(ComputeInput input)
    {
        if (Associated is not null)
        {
            return PassesAssociation(input.Record);
        }

        if (Property!.Key is { } key && Operator is ("LT" or "LTE" or "GT" or "GTE" or "BETWEEN"))
        {
            return PassesKey(key(input));
        }

        var actual = Property!.Read(input);
        return Operator switch
        {
            "HAS_PROPERTY" => actual is not null,
            "NOT_HAS_PROPERTY" => actual is null,
            "NEQ" => actual is null || !Same(actual, Value!),
            "NOT_IN" => actual is null || !Values.Any(value => Same(actual, value)),
            "NOT_CONTAINS_TOKEN" => actual is null || !Tokens.Contains(actual, Value!),
            _ => actual is not null && PassesValue(actual),
        };
    }

    private bool PassesKey(long actual) => Operator switch
    {
        "LT" => actual < low,
        "LTE" => actual <= low,
        "GT" => actual > low,
        "GTE" => actual >= low,
        _ => actual >= low && actual <= high,
    };

    private bool PassesValue(string actual) => Operator switch
    {
        "EQ" => Same(actual, Value!),
        "IN" => Values.Any(value => Same(actual, value)),
        "LT" => SearchOrder.Compare(Property!, actual, Value!) < 0,
        "LTE" => SearchOrder.Compare(Property!, actual, Value!) <= 0,
        "GT" => SearchOrder.Compare(Property!, actual, Value!) > 0,
        "GTE" => SearchOrder.Compare(Property!, actual, Value!) >= 0,
        "BETWEEN" => SearchOrder.Compare(Property!, actual, Value!) >= 0 && SearchOrder.Compare(Property!, actual, HighValue!) <= 0,
        _ => Tokens.Contains(actual, Value!),
    };

    /// <summary>Enumerations compare exactly, several values by each; text without regard to case.</summary>
    private bool Same(string actual, string wanted) => Property!.Type switch
    {
        "enumeration" when Property.Multiple => actual.Split(';').Contains(wanted, StringComparer.Ordinal),
        "enumeration" or "bool" => string.Equals(actual, wanted, StringComparison.Ordinal),
        "string" => string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase),
        _ => SearchOrder.Compare(Property, actual, wanted) == 0,
    };

    private bool PassesAssociation(Record record)
    {
        var ids = record.Links.Where(link => ReferenceEquals(link.To, Associated)).Select(link => Computed.Number(link.ToId)).ToList();
        return Operator switch
        {
            "EQ" => ids.Contains(Value!),
            "NEQ" => !ids.Contains(Value!),
            "IN" => Values.Any(ids.Contains),
            "NOT_IN" => !Values.Any(ids.Contains),
            "HAS_PROPERTY" => ids.Count > 0,
            _ => ids.Count == 0,
        };
    }
}
