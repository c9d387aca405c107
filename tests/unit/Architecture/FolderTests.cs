using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>A folder is read at a glance, and none lies deep.</summary>
public sealed class FolderTests
{
    private const int MostEntries = 16;
    private const int Deepest = 3;

    private static readonly string[] Places = ["src", "sandbox", "tests", "bench"];

    [Fact]
    public void No_folder_is_crowded() => Rule.Holds(Crowded(Paths()));

    [Fact]
    public void No_folder_lies_deep() => Rule.Holds(Deep(Paths()));

    [Fact]
    public void The_rule_of_crowds_can_fail() =>
        Assert.Equal(["17 src/Web/Ui"], Crowded([.. Enumerable.Range(1, 15).Select(n => $"src/Web/Ui/Part{n}.cs"), "src/Web/Ui/Inner/A.cs", "src/Web/Ui/Card.razor", "src/Web/Ui/Card.razor.cs"]));

    [Fact]
    public void The_rule_of_depth_can_fail() =>
        Assert.Equal(["src/Web/A/B/C/D"], Deep(["src/Web/A/B/C/D/X.cs", "src/Web/A/B/C/X.cs"]));

    private static IEnumerable<string> Paths() => Places.SelectMany(place => Repository.Files(place)).Select(file => file.Path);

    /// <summary>A component is one entry: its code and its style stand under its markup in every tree of files.</summary>
    private static IEnumerable<string> Crowded(IEnumerable<string> paths) => paths
        .SelectMany(Entries)
        .Distinct()
        .GroupBy(entry => entry.Folder, entry => entry.Name)
        .Where(folder => folder.Count() > MostEntries && Places.Any(place => folder.Key.StartsWith(place + "/", StringComparison.Ordinal)))
        .Select(folder => $"{folder.Count()} {folder.Key}");

    private static IEnumerable<(string Folder, string Name)> Entries(string path)
    {
        var parts = path.Split('/');
        for (var at = 1; at < parts.Length; at++)
        {
            var name = parts[at].Split(".razor")[0];
            yield return (string.Join('/', parts[..at]), name);
        }
    }

    private static IEnumerable<string> Deep(IEnumerable<string> paths) => paths
        .Where(path => path.StartsWith("src/", StringComparison.Ordinal) && !path.Contains("/wwwroot/", StringComparison.Ordinal))
        .Select(path => path[..path.LastIndexOf('/')])
        .Distinct()
        .Where(folder => folder.Split('/').Length - 2 > Deepest);
}
