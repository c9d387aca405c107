namespace Dashboard.Application.Changes.Wants;

/// <summary>The list of properties a change waits for. Names come from HubSpot's answer: what is no name of a property is left out.</summary>
public static class WantedProperties
{
    private const int Most = 10;
    private const int LongestName = 100;

    public static IReadOnlyList<string> Of(string? wants) => wants?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public static string? Write(IEnumerable<string> names) => names.Where(IsName).Take(Most).ToList() is { Count: > 0 } kept ? string.Join(',', kept) : null;

    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
