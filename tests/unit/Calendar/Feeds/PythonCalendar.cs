using System.Diagnostics;
using System.Text.Json;

namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>Another program's eyes: Debian's <c>python3-icalendar</c>. A python of one's own may come first on the path and lack it, so both are asked.</summary>
internal static class PythonCalendar
{
    public const string Absent = "No python3 here has the module icalendar (Debian: apt-get install python3-icalendar).";

    private const string Script = """
        import json, sys
        from icalendar import Calendar
        calendar = Calendar.from_ical(sys.stdin.buffer.read())
        def text(value):
            value = getattr(value, "dt", value)
            return value.isoformat() if hasattr(value, "isoformat") else str(value)
        def part(one):
            lines = {name: text(value) for name, value in one.property_items(recursive=False) if name not in ("BEGIN", "END")}
            return {"kind": one.name, "lines": lines, "errors": [str(e) for e in getattr(one, "errors", [])], "parts": [part(inner) for inner in one.subcomponents]}
        json.dump(part(calendar), sys.stdout)
        """;

    private static readonly Lazy<Task<string?>> Found = new(() => WithAsync("icalendar"));

    /// <summary>The interpreter; null where there is none.</summary>
    public static Task<string?> InterpreterAsync() => Found.Value;

    public static async Task<JsonElement> ParseAsync(string calendar)
    {
        var (code, said) = await RunAsync((await InterpreterAsync())!, Script, calendar);
        return code == 0 ? JsonSerializer.Deserialize<JsonElement>(said) : throw new InvalidOperationException($"icalendar refused the feed:\n{said}");
    }

    /// <summary>An interpreter that has the module; null where there is none.</summary>
    public static async Task<string?> WithAsync(string module)
    {
        foreach (var python in new[] { "/usr/bin/python3", "python3" })
        {
            try
            {
                if ((await RunAsync(python, $"import {module}", "")).Code == 0)
                {
                    return python;
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not there.
            }
        }

        return null;
    }

    public static async Task<(int Code, string Said)> RunAsync(string python, string script, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await using (var writer = new StreamWriter(process.StandardInput.BaseStream))
        {
            await writer.WriteAsync(input);
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? await said : await complained);
    }
}
