using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Search;

/// <summary>At most 5 groups of 6 filters, 18 in all; a top-level <c>filters</c> counts as one group.</summary>
public static class SearchFilterReading
{
    private static readonly string[] Operators =
        ["EQ", "NEQ", "LT", "LTE", "GT", "GTE", "BETWEEN", "IN", "NOT_IN", "HAS_PROPERTY", "NOT_HAS_PROPERTY", "CONTAINS_TOKEN", "NOT_CONTAINS_TOKEN"];

    public static (IReadOnlyList<IReadOnlyList<SearchFilter>>? Groups, Answer? Refused) Groups(Call call, ObjectType type)
    {
        var given = Raw(call.Body);
        if (given.Count > 5)
        {
            return (null, Refusals.Validation("Too many filter groups: at most 5 are allowed."));
        }

        if (given.Exists(group => group.Count > 6) || given.Sum(group => group.Count) > 18)
        {
            return (null, Refusals.Validation("Too many filters: at most 6 in a group and 18 in all are allowed."));
        }

        var groups = new List<IReadOnlyList<SearchFilter>>();
        foreach (var group in given)
        {
            var filters = new List<SearchFilter>();
            foreach (var entry in group)
            {
                var (filter, refused) = Read(call, type, entry);
                if (filter is null)
                {
                    return (null, refused);
                }

                filters.Add(filter);
            }

            groups.Add(filters);
        }

        return (groups, null);
    }

    private static List<List<JsonElement>> Raw(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        if (body.TryGetProperty("filterGroups", out var groups) && groups.ValueKind == JsonValueKind.Array && groups.GetArrayLength() > 0)
        {
            return [.. groups.EnumerateArray().Select(Filters)];
        }

        var single = Filters(body);
        return single.Count > 0 ? [single] : [];
    }

    private static List<JsonElement> Filters(JsonElement holder) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty("filters", out var filters) && filters.ValueKind == JsonValueKind.Array ? [.. filters.EnumerateArray()] : [];

    private static (SearchFilter? Filter, Answer? Refused) Read(Call call, ObjectType type, JsonElement entry)
    {
        var (name, op) = (Batch.Text(entry, "propertyName") ?? "", Batch.Text(entry, "operator") ?? "");
        if (!Operators.Contains(op))
        {
            return (null, Refusals.Validation($"Invalid input JSON: `{op}` is not one of the values accepted for operator: [{string.Join(", ", Operators)}]"));
        }

        ObjectType? associated = null;
        PropertyDefinition? property = null;
        if (name.StartsWith("associations.", StringComparison.Ordinal))
        {
            if (!call.Portal.FindType(name["associations.".Length..], out associated) || associated.Custom)
            {
                return (null, Refusals.Validation($"Property {name} cannot be searched."));
            }
        }
        else if (!type.Find(name, out property) || !property.Filterable)
        {
            return (null, Refusals.Validation($"There was a problem with the request: property {name} does not exist or cannot be filtered.", contextName: "propertyName", contextValues: [name]));
        }

        return Values(call, entry, property, associated, op);
    }

    private static (SearchFilter? Filter, Answer? Refused) Values(Call call, JsonElement entry, PropertyDefinition? property, ObjectType? associated, string op)
    {
        var (value, high, values) = (Batch.Text(entry, "value"), Batch.Text(entry, "highValue"), Batch.Texts(entry, "values"));
        var wrong = op switch
        {
            "HAS_PROPERTY" or "NOT_HAS_PROPERTY" => value is not null || values.Count > 0,
            "BETWEEN" => value is null || high is null,
            "IN" or "NOT_IN" => values.Count == 0 || (property?.Type == "string" && values.Any(text => text.Any(char.IsUpper))),
            _ => value is null,
        };
        if (wrong)
        {
            return (null, Refusals.Validation($"Invalid filter: the values given do not suit the operator {op}."));
        }

        if (property?.Type is not ("datetime" or "date"))
        {
            return (new SearchFilter(property, associated, op, value, high, values), null);
        }

        var moments = new[] { value, high }.Concat(values).Select(text => text is null ? null : Moment(text, property, call.Switches.IsoDateFilters)).ToList();
        if (moments.Contains(""))
        {
            return (null, Refusals.Error(500, "INTERNAL_ERROR", "internal error"));
        }

        return new[] { value, high }.Concat(values).Zip(moments).Any(pair => pair.First is not null && pair.Second is null)
            ? (null, Refusals.Validation($"Invalid date in a filter on {property.Name}: Unix milliseconds are expected."))
            : (new SearchFilter(property, null, op, moments[0], moments[1], [.. moments.Skip(2).OfType<string>()]), null);
    }

    /// <summary>The stored form; null for what is no date; empty for the epoch, on which HubSpot itself stumbles.</summary>
    private static string? Moment(string text, PropertyDefinition property, bool isoAllowed)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return isoAllowed && Computed.Milliseconds(text) is { } moment ? Stored(moment, property) : null;
        }

        return milliseconds == 0 ? "" : Math.Abs(milliseconds) > 200_000_000_000_000 ? null : Stored(milliseconds, property);
    }

    private static string Stored(long milliseconds, PropertyDefinition property) => property.Type == "date" ? Computed.Iso(milliseconds)[..10] : Computed.Iso(milliseconds);
}
