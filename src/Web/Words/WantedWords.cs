using Dashboard.Application.Changes.Wants;

namespace Dashboard.Web.Words;

/// <summary>What HubSpot wants, in words.</summary>
internal static class WantedWords
{
    /// <param name="wants">By HubSpot's names, joined with commas.</param>
    public static string Names(string? wants) => Names(WantedProperties.Of(wants));

    public static string Names(IReadOnlyList<string> wants) => wants.Count switch
    {
        0 => "another field",
        1 => FieldNames.Of(wants[0]),
        _ => $"{string.Join(", ", wants.Take(wants.Count - 1).Select(FieldNames.Of))} and {FieldNames.Of(wants[^1])}",
    };

    public static string First(string? wants) => $"HubSpot wants {Names(wants)} first";

    public static string Waits(string? wants) => $"Waits for {Names(wants)}";
}
