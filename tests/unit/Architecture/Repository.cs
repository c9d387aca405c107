using System.Runtime.CompilerServices;

namespace Dashboard.UnitTests.Architecture;

/// <summary>The files a clone holds, as the rules read them: no build output, nothing that a person keeps beside the code.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Unkept =
        ["bin", "obj", "data", "node_modules", "_framework", "artifacts", "TestResults", ".git", ".vs", ".idea", ".vscode"];

    private static readonly string[] Pictures = [".png", ".jpg", ".ico", ".snk", ".woff2"];

    private static readonly Lazy<SourceFile[]> Everything = new(() => [.. Read(Root(), "").OrderBy(file => file.Path, StringComparer.Ordinal)]);

    public static IEnumerable<SourceFile> All => Everything.Value;

    public static IEnumerable<SourceFile> Files(string folder, params string[] endings) => All.Where(file =>
        file.Path.StartsWith(folder + "/", StringComparison.Ordinal)
        && (endings.Length == 0 || endings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal))));

    /// <summary>C# that people wrote: product, sandbox and measures; migrations are written by a tool.</summary>
    public static IEnumerable<SourceFile> Code => Files("src", ".cs").Concat(Files("sandbox", ".cs")).Concat(Files("bench", ".cs")).Where(IsWritten);

    public static IEnumerable<SourceFile> Pages => Files("src", ".razor");

    public static IEnumerable<SourceFile> Tests => Files("tests", ".cs");

    public static bool IsWritten(SourceFile file) => !file.Path.Contains("/Migrations/", StringComparison.Ordinal);

    private static IEnumerable<SourceFile> Read(string root, string folder)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, folder)))
        {
            if (!Pictures.Contains(Path.GetExtension(path)) && !Unkept.Contains(Path.GetFileName(path)))
            {
                yield return new(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path));
            }
        }

        foreach (var inner in Directory.EnumerateDirectories(Path.Combine(root, folder)).Where(inner => !Unkept.Contains(Path.GetFileName(inner))))
        {
            foreach (var file in Read(root, Path.GetRelativePath(root, inner)))
            {
                yield return file;
            }
        }
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside a clone.");
    }
}

/// <param name="Path">From the top of the clone, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Folder => Path[..Path.LastIndexOf('/')];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string[] Lines => Text.TrimEnd('\n').Split('\n');
}
