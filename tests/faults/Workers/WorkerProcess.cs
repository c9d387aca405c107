using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dashboard.Faults.Workers;

/// <summary>A <see cref="Worker"/> as a process, run from its build output.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Process process;
    private readonly StringBuilder output = new();
    private bool gone;

    private WorkerProcess(ProcessStartInfo start, int port)
    {
        Port = port;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public bool HasEnded => gone || process.HasExited;

    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public static WorkerProcess Start(string folder, IEnumerable<string> settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.ArgumentList.Add(Program());
        foreach (var argument in settings.Prepend($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}").Prepend("--urls"))
        {
            start.ArgumentList.Add(argument);
        }

        return new WorkerProcess(start, port);
    }

    /// <summary>Ready, or already dead.</summary>
    public Task ReadyAsync() => Eventually.HoldsAsync(async () => HasEnded || await AnswersAsync(), $"a worker to be ready. Its output: {Output}", TimeSpan.FromSeconds(60));

    /// <summary>At once, as a crash or a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
    }

    /// <returns>The exit code: 128 and the signal when one ended it.</returns>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!gone)
        {
            await KillAsync();
            process.Dispose();
            gone = true;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Program()
    {
        var clone = new DirectoryInfo(AppContext.BaseDirectory);
        while (clone is not null && !File.Exists(Path.Combine(clone.FullName, "Dashboard.sln")))
        {
            clone = clone.Parent;
        }

        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(clone!.FullName, "tests", "faults", "bin", configuration, "net10.0", "Dashboard.Faults.dll");
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri($"http://127.0.0.1:{Port}/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
