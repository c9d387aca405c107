using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Dashboard.EndToEndTests.Support;

/// <summary>One of our programs as a process of its own, run from its build output, its output kept in a file.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StreamWriter log;
    private readonly string logFile;
    private readonly string name;

    private ChildProcess(string name, ProcessStartInfo start, string logFile)
    {
        (this.name, this.logFile) = (name, logFile);
        log = new StreamWriter(logFile, append: true) { AutoFlush = true };
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <param name="project">Folder of the project from the top of the clone.</param>
    public static ChildProcess Start(string project, string assembly, string logFile, string environment, params string[] arguments)
    {
        var folder = Path.Combine(Clone.Root, project);
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.ArgumentList.Add(Path.Combine(folder, "bin", Clone.Configuration, "net10.0", assembly));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ChildProcess(assembly, start, logFile);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public string Output => File.Exists(logFile) ? ReadShared() : "";

    public async Task ReadyAsync(string address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await Eventually.HoldsAsync(() => AnswersAsync(http, address), $"{name} at {address}. Its output: {Output}", TimeSpan.FromSeconds(90));
    }

    /// <returns>The exit code of a process that is expected to end by itself.</returns>
    public async Task<int> EndsAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Ends the process at once, as a crash or a power cut would: it gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
    }

    /// <param name="name">Such as STOP or CONT.</param>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        await log.DisposeAsync();
    }

    private async Task<bool> AnswersAsync(HttpClient http, string address)
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"{name} ended with {process.ExitCode}. Its output: {Output}");
        }

        try
        {
            using var answer = await http.GetAsync(new Uri(address));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (log)
        {
            log.WriteLine(line);
        }
    }

    private string ReadShared()
    {
        using var stream = new FileStream(logFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
