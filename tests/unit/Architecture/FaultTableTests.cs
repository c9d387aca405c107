using System.Text.RegularExpressions;
using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>Each test that <c>docs/faults.md</c> names exists.</summary>
public sealed partial class FaultTableTests
{
    [Fact]
    public void Each_fault_has_a_test_that_exists() => Rule.Holds(Missing(Table()));

    [Fact]
    public void A_test_that_is_gone_is_noticed() => Assert.Equal(["A_test_nobody_wrote"], Missing("| It rains | umbrella | `A_test_nobody_wrote` |"));

    private static string Table() => Repository.All.Single(file => file.Path == "docs/faults.md").Text;

    private static IEnumerable<string> Missing(string table)
    {
        var names = Name().Matches(table).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(names);
        var code = string.Concat(Repository.Tests.Select(file => file.Text));
        return names.Where(name => !code.Contains($" {name}(", StringComparison.Ordinal));
    }

    [GeneratedRegex("`([A-Z][a-z0-9]*_[A-Za-z0-9_]+)`")]
    private static partial Regex Name();
}
