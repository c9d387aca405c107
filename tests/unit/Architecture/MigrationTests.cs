using System.Text.RegularExpressions;
using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>A change of the model reaches both engines or none.</summary>
public sealed partial class MigrationTests
{
    [Fact]
    public void Both_engines_have_the_same_migrations()
    {
        var paths = Repository.Files("src/Infrastructure/Persistence/Migrations", ".cs").Select(file => file.Path).ToArray();

        Assert.NotEmpty(Names(paths, "Sqlite"));
        Rule.Holds(Lonely(paths));
    }

    [Fact]
    public void The_rule_can_fail() =>
        Assert.Equal(["Second"], Lonely(["x/Migrations/Sqlite/20260101000000_First.cs", "x/Migrations/SqlServer/20260101000001_First.cs", "x/Migrations/Sqlite/20260102000000_Second.cs"]));

    private static IEnumerable<string> Lonely(string[] paths) =>
        Names(paths, "Sqlite").Except(Names(paths, "SqlServer")).Concat(Names(paths, "SqlServer").Except(Names(paths, "Sqlite")));

    private static IEnumerable<string> Names(string[] paths, string engine) => paths
        .Select(path => Migration().Match(path))
        .Where(match => match.Success && match.Groups["engine"].Value == engine)
        .Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"/Migrations/(?<engine>\w+)/\d{14}_(?<name>\w+)\.cs$", RegexOptions.CultureInvariant)]
    private static partial Regex Migration();
}
