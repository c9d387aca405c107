using System.Globalization;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Search;

public static class SearchOrder
{
    /// <summary>Dates are stored as ISO text of one width, so they compare as text.</summary>
    public static int Compare(PropertyDefinition property, string left, string right) => property.Type == "number"
        ? Number(left).CompareTo(Number(right))
        : string.Compare(left, right, property.Type is "datetime" or "date" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>A filter's value in the measure of <see cref="PropertyDefinition.Key"/>.</summary>
    public static long Key(PropertyDefinition property, string value) =>
        property.Type == "datetime" ? Computed.Milliseconds(value) ?? 0 : (long)Number(value);

    private static decimal Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
