using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Search;

/// <summary>A search request that keeps the documented limits; everything else is refused with 400.</summary>
public sealed record SearchQuery(
    IReadOnlyList<IReadOnlyList<SearchFilter>> Groups, string? Text, PropertyDefinition? SortBy, bool Descending, IReadOnlyList<string> Properties, int Limit, int After)
{
    public const int MostResults = 10_000;

    public static (SearchQuery? Query, Answer? Refused) Read(Call call, ObjectType type)
    {
        var body = call.Body;
        if (body.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            return (null, Refusals.Validation("Invalid input JSON on line 1, column 1: Cannot deserialize value of type `PublicObjectSearchRequest`"));
        }

        if (body.ValueKind == JsonValueKind.Object && body.GetRawText().Length > 3000)
        {
            return (null, Refusals.Validation("The request body must not be longer than 3000 characters."));
        }

        var (limit, after) = (Number(body, "limit", 10), Number(body, "after", 0));
        if (limit is not (>= 1 and <= 200))
        {
            return (null, Refusals.Validation("Invalid limit: it must be between 1 and 200."));
        }

        if (after is not { } start || start < 0 || start + limit > MostResults)
        {
            return (null, Refusals.Validation($"Cannot request more than the first {MostResults} results of a search."));
        }

        var (groups, refused) = SearchFilterReading.Groups(call, type);
        var (sort, descending, badSort) = Sort(body, type);
        return groups is null || badSort is not null
            ? (null, refused ?? badSort)
            : (new SearchQuery(groups, Batch.Text(body, "query"), sort, descending, Batch.Texts(body, "properties"), limit.Value, start), null);
    }

    private static int? Number(JsonElement body, string name, int otherwise) => Batch.Text(body, name) switch
    {
        null or "" => otherwise,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    private static (PropertyDefinition? By, bool Descending, Answer? Refused) Sort(JsonElement body, ObjectType type)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("sorts", out var sorts) || sorts.ValueKind != JsonValueKind.Array || sorts.GetArrayLength() == 0)
        {
            return (null, false, null);
        }

        if (sorts.GetArrayLength() > 1)
        {
            return (null, false, Refusals.Validation("Only one sort is supported."));
        }

        var sort = sorts[0];
        var shortForm = sort.ValueKind == JsonValueKind.String ? sort.GetString()! : null;
        var name = shortForm?.TrimStart('-') ?? Batch.Text(sort, "propertyName");
        var descending = shortForm is not null ? shortForm.StartsWith('-') : Batch.Text(sort, "direction") == "DESCENDING";
        return name is not null && type.Find(name, out var property)
            ? (property, descending, null)
            : (null, false, Refusals.Validation($"Sort property {name} does not exist.", contextName: "propertyName", contextValues: [name ?? ""]));
    }
}
