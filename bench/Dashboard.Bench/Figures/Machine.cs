using System.Globalization;
using System.Runtime.InteropServices;

namespace Dashboard.Bench.Figures;

/// <summary>What the figures were taken on, and how busy it was.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{DateTimeOffset.UtcNow:u} · {Environment.ProcessorCount} cores, {Model()}, {Memory():N0} GiB · {RuntimeInformation.OSDescription} · {RuntimeInformation.FrameworkDescription} · load {Load()}");

    /// <summary>Load of the last minute, five and fifteen: whoever else uses the cores slows everything here.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    private static string Model() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[^1].Trim() ?? "unknown"
        : "unknown";

    private static double Memory() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
}
