using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Dashboard.Bench.Rig;

/// <summary>The product or the sandbox as a process, run from its build output.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StreamWriter log;

    private ServerProcess(ProcessStartInfo start, string logFile)
    {
        log = new StreamWriter(logFile) { AutoFlush = true };
        process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static ServerProcess Start(string project, string assembly, string logFile, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var folder = Path.Combine(Clone.Root, project);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Add(Path.Combine(folder, "bin", Clone.Configuration, "net10.0", assembly));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ServerProcess(start, logFile);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Resident memory, MiB.</summary>
    public double Rss()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Processor time used so far, in milliseconds.</summary>
    public double Cpu()
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    public async Task ReadyAsync(string address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await Until.HoldsAsync(
            async () =>
            {
                try
                {
                    using var answer = await http.GetAsync(new Uri(address));
                    return answer.IsSuccessStatusCode;
                }
                catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && !process.HasExited)
                {
                    return false;
                }
            },
            TimeSpan.FromSeconds(120));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        await log.DisposeAsync();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (log)
        {
            log.WriteLine(line.Data);
        }
    }
}
