using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.UnitTests.Architecture;
using Xunit;

namespace Dashboard.UnitTests.Board.Colours;

/// <summary>Edges of cards are told from what lies under them (WCAG 1.4.11: 3 to 1), in light and dark.</summary>
public sealed partial class HueContrastTests
{
    private const double Least = 3;

    private static readonly string[] Grounds = ["panel", "panel-2", "sunken", "bg"];

    [Fact]
    public void Every_colour_stands_out_in_every_palette() => Assert.Empty(Palettes(Repository.Files("src/Web/wwwroot/css", ".css").Single(file => file.Path.EndsWith("tokens.css", StringComparison.Ordinal)).Text).SelectMany(Faint));

    [Fact]
    public void There_are_three_palettes_with_nine_colours_each() =>
        Assert.Equal([9, 9, 9], Palettes(Repository.Files("src/Web/wwwroot/css", ".css").Single(file => file.Path.EndsWith("tokens.css", StringComparison.Ordinal)).Text).Select(palette => palette.Keys.Count(name => name.StartsWith("hue-", StringComparison.Ordinal))));

    [Fact]
    public void The_rule_can_fail() =>
        Assert.NotEmpty(Faint(new() { ["panel"] = "#ffffff", ["panel-2"] = "#eff1f4", ["sunken"] = "#eceef2", ["bg"] = "#f6f7f9", ["hue-1"] = "#b0b8c4" }));

    private static IEnumerable<string> Faint(Dictionary<string, string> palette) =>
        from hue in palette
        where hue.Key.StartsWith("hue-", StringComparison.Ordinal)
        from ground in Grounds
        where Contrast(hue.Value, palette[ground]) < Least
        select $"{hue.Key} {hue.Value} on {ground} {palette[ground]}";

    /// <summary>Each block that sets a panel is a palette.</summary>
    private static List<Dictionary<string, string>> Palettes(string css) =>
        [.. Block().Matches(css).Select(block => Colour().Matches(block.Value).ToDictionary(one => one.Groups["name"].Value, one => one.Groups["value"].Value)).Where(block => block.ContainsKey("panel"))];

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex("--(?<name>[a-z0-9-]+): (?<value>#[0-9a-f]{6});", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
