using System.Text.RegularExpressions;
using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>
/// The table of <c>tests/mutations</c>, which breaks one guard after the other and wants a test red: each line still finds what it breaks,
/// and its test is still there.
/// </summary>
public sealed class MutationTests
{
    [Fact]
    public void Every_guard_is_where_it_is_broken_and_has_its_test() =>
        Rule.Holds(Repository.All.Single(file => file.Path == "tests/mutations/guards").Lines.Where(line => !line.StartsWith('#')).SelectMany(Stale));

    [Fact]
    public void The_rule_of_guards_can_fail() => Assert.Equal(
        ["fence: nothing to break in src/Application/Kernel/UnitOfWork.cs", "fence: no test Nobody_wrote_this"],
        Stale("fence | src/Application/Kernel/UnitOfWork.cs | s/this is not there// | Nobody_wrote_" + "this"));

    private static IEnumerable<string> Stale(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var (name, path, pattern, test) = (parts[0], parts[1], parts[2].Split('/')[1].Replace("\\&", "&", StringComparison.Ordinal), parts[3]);
        if (Repository.All.FirstOrDefault(file => file.Path == path) is not { } file || !Regex.IsMatch(file.Text, pattern))
        {
            yield return $"{name}: nothing to break in {path}";
        }

        if (!Repository.Tests.Any(tests => tests.Text.Contains($" {test}(", StringComparison.Ordinal)))
        {
            yield return $"{name}: no test {test}";
        }
    }
}
