using System.Text.RegularExpressions;
using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>Which room knows which, read from usings and full names.</summary>
public sealed partial class RoomTests
{
    /// <summary>Rooms at the bottom of the house: what they may know. A room not listed may know all but the layouts.</summary>
    private static readonly Dictionary<string, string[]> Floors = new()
    {
        ["People"] = ["Kernel"],
        ["Workspaces"] = ["Kernel", "People"],
        ["Records"] = ["Kernel"],
        ["Tasks"] = ["Kernel", "People", "Records", "Changes", "Workspaces"],
    };

    /// <summary>Ways to look at tasks. Nothing below depends on how it is looked at.</summary>
    private static readonly string[] Layouts = ["Board", "Calendar"];

    [Fact]
    public void Web_features_do_not_know_each_other() => Rule.Holds(Repository.Files("src/Web/Features").SelectMany(Trespassers));

    [Fact]
    public void The_rule_of_features_can_fail() =>
        Assert.Single(Trespassers(new("src/Web/Features/Board/X.razor", "@using Dashboard.Web.Features.Calendar")));

    [Fact]
    public void What_features_share_does_not_know_them() =>
        Rule.Holds(Repository.Files("src/Web/Ui").Concat(Repository.Files("src/Web/SignIn")).SelectMany(Trespassers));

    [Fact]
    public void Rooms_know_only_the_floors_below() => Rule.Holds(Repository.Files("src/Application", ".cs").SelectMany(Climbers));

    [Theory]
    [InlineData("Workspaces", "Tasks")]
    [InlineData("Tasks", "Sync")]
    [InlineData("Changes", "Board")]
    [InlineData("Board", "Calendar")]
    public void The_rule_of_rooms_can_fail(string room, string other) =>
        Assert.Single(Climbers(new($"src/Application/{room}/X.cs", $"using Dashboard.Application.{other};")));

    [Fact]
    public void Wire_shapes_stay_beside_the_wire() =>
        Rule.Holds(Repository.Files("src").Where(KnowsTheWire).Select(file => file.Path));

    [Fact]
    public void The_rule_of_the_wire_can_fail() =>
        Assert.True(KnowsTheWire(new("src/Web/Features/Board/X.razor", "@using Dashboard.Infrastructure.HubSpot.Wire")));

    private static IEnumerable<string> Trespassers(SourceFile file) => Feature().Matches(file.Text)
        .Select(match => match.Groups["name"].Value)
        .Distinct()
        .Where(feature => !file.Path.StartsWith($"src/Web/Features/{feature}/", StringComparison.Ordinal))
        .Select(feature => $"{file.Path} knows {feature}");

    private static IEnumerable<string> Climbers(SourceFile file)
    {
        var room = file.Path.Split('/')[2];
        var rooms = Room().Matches(file.Text).Select(match => match.Groups["name"].Value).Distinct().Where(other => other != room);

        // The registration file and the Kernel's list of tables name every room: that is what they are for.
        return room is "Kernel" || room.EndsWith(".cs", StringComparison.Ordinal)
            ? []
            : rooms.Where(other => Layouts.Contains(other) || (Floors.TryGetValue(room, out var known) && !known.Contains(other))).Select(other => $"{file.Path} knows {other}");
    }

    private static bool KnowsTheWire(SourceFile file) =>
        !file.Path.StartsWith("src/Infrastructure/HubSpot/", StringComparison.Ordinal) && file.Text.Contains("HubSpot.Wire", StringComparison.Ordinal);

    [GeneratedRegex(@"Dashboard\.Web\.Features\.(?<name>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Feature();

    [GeneratedRegex(@"Dashboard\.Application\.(?<name>[A-Z]\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Room();
}
