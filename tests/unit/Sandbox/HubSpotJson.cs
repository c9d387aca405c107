using System.Text.Json;

namespace Dashboard.UnitTests.Sandbox;

/// <summary>Short ways into answers, so that a test reads as its sentence.</summary>
public static class HubSpotJson
{
    public static string? Text(this JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            element = int.TryParse(name, out var index) ? element[index] : element.GetProperty(name);
        }

        return element.ValueKind == JsonValueKind.Null ? null : element.ToString();
    }

    public static List<string> Ids(this JsonElement page) => [.. page.GetProperty("results").EnumerateArray().Select(record => record.Text("id")!)];

    public static bool Has(this JsonElement element, string name) => element.TryGetProperty(name, out _);
}
