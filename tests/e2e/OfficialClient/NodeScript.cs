using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Dashboard.EndToEndTests.Support;

namespace Dashboard.EndToEndTests.OfficialClient;

/// <param name="Absent">Why the script could not run on this machine; null when it ran.</param>
/// <param name="Lines">What it printed.</param>
internal sealed record ScriptRun(string? Absent, IReadOnlyList<string> Lines, int ExitCode);

/// <summary>The script of this folder: Node.js with HubSpot's library as npm has it.</summary>
internal static class NodeScript
{
    private const string Library = "@hubspot/api-client";

    private static readonly string Folder = Path.Combine(Clone.Root, "tests", "e2e", "OfficialClient");

    /// <summary>Made ready once for all runs.</summary>
    private static readonly Lazy<Task<(string? Folder, string? Absent)>> Ready = new(ReadyAsync);

    /// <param name="which">The sandbox's address, then a version and a part to run alone.</param>
    public static async Task<ScriptRun> RunAsync(params string[] which)
    {
        var (folder, absent) = await Ready.Value;
        if (folder is null)
        {
            return new ScriptRun(absent, [], 0);
        }

        var (code, output) = await EndsAsync(folder, "node", ["run.mjs", .. which]);
        return new ScriptRun(null, output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), code);
    }

    /// <returns>A folder in which the script can run: this one when its library was installed already, else a copy with it; or why there is none.</returns>
    private static async Task<(string? Folder, string? Absent)> ReadyAsync()
    {
        try
        {
            var (_, version) = await EndsAsync(Folder, "node", ["--version"]);
            if (!int.TryParse(version.TrimStart('v').Split('.')[0], out var major) || major < 18)
            {
                return (null, $"Node.js 18 or newer is needed, here is {version.Trim()}");
            }

            return Installed() ? (Folder, null) : await InstallAsync();
        }
        catch (Win32Exception)
        {
            return (null, "Node.js with npm is not installed");
        }
    }

    private static bool Installed()
    {
        var here = Path.Combine(Folder, "node_modules", Library, "package.json");
        return File.Exists(here) && Field(here, "version") == Field(Path.Combine(Folder, "package.json"), "dependencies", Library);
    }

    private static async Task<(string? Folder, string? Absent)> InstallAsync()
    {
        var copy = Directory.CreateTempSubdirectory("tasklane-official-client-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(copy, recursive: true);
        foreach (var file in Directory.EnumerateFiles(Folder).Where(file => Path.GetExtension(file) is ".mjs" or ".json"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        var windows = OperatingSystem.IsWindows();
        string[] install = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1", "--fetch-timeout=30000"];
        var (code, output) = await EndsAsync(copy, windows ? "cmd" : "npm", windows ? ["/c", "npm", .. install] : install);
        return code == 0 ? (copy, null) : (null, $"npm could not install {Library}: {Array.Find(output.Split('\n'), line => line.StartsWith("npm error", StringComparison.Ordinal)) ?? output.Trim()}");
    }

    private static string? Field(string file, params string[] path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return path.Aggregate(json.RootElement, (at, name) => at.GetProperty(name)).GetString();
    }

    private static async Task<(int Code, string Output)> EndsAsync(string folder, string program, string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var complaints = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, process.ExitCode == 0 || output.Length > 0 ? output : await complaints);
    }
}
