using System.Text.RegularExpressions;
using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>The folder is the namespace, so that a name tells where to look.</summary>
public sealed partial class NamespaceTests
{
    private static readonly (string Folder, string Root)[] Projects =
    [
        ("src/Application", "Dashboard.Application"),
        ("src/Infrastructure", "Dashboard.Infrastructure"),
        ("src/Web", "Dashboard.Web"),
        ("sandbox/Sandbox", "Dashboard.Sandbox"),
        ("tests/unit", "Dashboard.UnitTests"),
        ("tests/faults", "Dashboard.Faults"),
        ("tests/tsql", "Dashboard.TSqlTests"),
        ("tests/e2e", "Dashboard.EndToEndTests"),
    ];

    [Fact]
    public void A_folder_is_a_namespace() => Rule.Holds(Projects.SelectMany(project => Repository.Files(project.Folder, ".cs")).Where(Repository.IsWritten).SelectMany(Strays));

    [Fact]
    public void The_rule_can_fail() =>
        Assert.Equal(["src/Web/Ui/Card.cs: Dashboard.Web.Shell"], Strays(new("src/Web/Ui/Card.cs", "using System;\n\nnamespace Dashboard.Web.Shell;\n")));

    [Fact]
    public void Blocks_are_not_allowed() =>
        Assert.NotEmpty(Strays(new("src/Web/Ui/Card.cs", "namespace Dashboard.Web.Ui\n{\n}\n")));

    private static IEnumerable<string> Strays(SourceFile file)
    {
        var (folder, root) = Projects.First(project => file.Path.StartsWith(project.Folder + "/", StringComparison.Ordinal));
        var expected = root + file.Folder[folder.Length..].Replace('/', '.');
        var found = Declared().Match(file.Text);

        // Top-level statements have none.
        return file.Name == "Program.cs" || (found.Success && found.Groups["name"].Value == expected)
            ? []
            : [$"{file.Path}: {(found.Success ? found.Groups["name"].Value : "no file-scoped namespace")}"];
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
