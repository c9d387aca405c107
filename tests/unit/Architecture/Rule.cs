using Xunit;

namespace Dashboard.UnitTests.Architecture;

internal static class Rule
{
    /// <summary>Fails with every breach in full: a shortened list helps nobody who has to mend it.</summary>
    public static void Holds(IEnumerable<string> breaches)
    {
        var all = breaches.ToArray();
        if (all.Length > 0)
        {
            Assert.Fail(string.Join(Environment.NewLine, all));
        }
    }
}
