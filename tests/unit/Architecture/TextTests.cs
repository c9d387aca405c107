using System.Text.RegularExpressions;
using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>What must stand in no file of a clone.</summary>
public sealed partial class TextTests
{
    private static readonly string Me = "tests/unit/Architecture/TextTests.cs";

    [Fact]
    public void Nothing_is_left_for_later() => Rule.Holds(Found(Unfinished(), Repository.All));

    [Fact]
    public void No_file_knows_a_machine_or_a_registry() =>
        Rule.Holds(Found(Local(), Repository.All.Where(file => !file.Name.EndsWith(".lock.json", StringComparison.Ordinal))));

    [Fact]
    public void Lock_files_name_no_registry() =>
        Rule.Holds(Found(Registry(), Repository.All.Where(file => file.Name.EndsWith(".lock.json", StringComparison.Ordinal))));

    /// <summary>Eventually is the one place that polls: a condition with a deadline. Line stands for a slow network.</summary>
    [Fact]
    public void Tests_wait_for_conditions() => Rule.Holds(Found(Waits(), Repository.Tests.Where(file => file.Name is not ("Eventually.cs" or "Line.cs"))));

    [Fact]
    public void Tests_use_the_real_thing() =>
        Rule.Holds(Found(Mocks(), Repository.All.Where(file => file.Name.EndsWith(".csproj", StringComparison.Ordinal) || file.Name == "Directory.Packages.props")));

    [Theory]
    [InlineData("// TO" + "DO: later")]
    [InlineData("throw new NotImplemented" + "Exception();")]
    [InlineData("/* FIX" + "ME */")]
    public void The_rule_of_leftovers_can_fail(string line) => Assert.Single(Found(Unfinished(), [new("src/Web/X.cs", line)]));

    [Theory]
    [InlineData("see /ro" + "ot/notes.md")]
    [InlineData("cd /ho" + "me/anna/tasklane")]
    [InlineData("C:\\Us" + "ers\\anna")]
    [InlineData("<add key=\"x\" value=\"https://api.nuget" + ".org/v3/index.json\" />")]
    public void The_rule_of_places_can_fail(string line) => Assert.Single(Found(Local(), [new("docs/x.md", line)]));

    [Theory]
    [InlineData("await Task." + "Delay(100);")]
    [InlineData("Thread." + "Sleep(100);")]
    [InlineData("await page.WaitForTimeout" + "Async(100);")]
    public void The_rule_of_waiting_can_fail(string line) => Assert.Single(Found(Waits(), [new("tests/e2e/X.cs", line)]));

    private static IEnumerable<string> Found(Regex pattern, IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path != Me
        from match in pattern.Matches(file.Text)
        select $"{file.Path}: {match.Value}";

    /// <summary>TODO is also the name of a kind of task in HubSpot, so it counts in comments only.</summary>
    [GeneratedRegex(@"(?://|/\*|@\*|<!--|#).*\b(?:TODO|FIXME|HACK|XXX)\b|\b(?:TODO|FIXME):|NotImplementedException", RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w.])/(?:root|home/\w+|work|Users/\w+)/|[A-Z]:\\Users\\|https?://[\w.-]*(?:nuget\.org|npmjs\.org|pypi\.org|nexus|artifactory|packages\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Local();

    [GeneratedRegex(@"https?://", RegexOptions.CultureInvariant)]
    private static partial Regex Registry();

    [GeneratedRegex(@"Task\.Delay\(|Thread\.Sleep\(|WaitForTimeoutAsync", RegexOptions.CultureInvariant)]
    private static partial Regex Waits();

    [GeneratedRegex(@"Moq|NSubstitute|FakeItEasy", RegexOptions.CultureInvariant)]
    private static partial Regex Mocks();
}
