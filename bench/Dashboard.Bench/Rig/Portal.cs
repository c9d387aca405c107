using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dashboard.Bench.Rig;

/// <summary>The sandbox as a process: the portal that is read.</summary>
internal sealed class Portal : IAsyncDisposable
{
    private readonly ServerProcess process;
    private readonly HttpClient http;

    private Portal(ServerProcess process, string origin)
    {
        (this.process, Origin) = (process, origin);
        http = new HttpClient { BaseAddress = new Uri(origin) };
    }

    public string Origin { get; }

    public static async Task<Portal> StartAsync(string folder, int tasks, bool limited, int latencyMilliseconds)
    {
        var origin = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        var process = ServerProcess.Start(
            "sandbox/Sandbox", "Dashboard.Sandbox.dll", Path.Combine(folder, "sandbox.log"), new Dictionary<string, string>(),
            "--urls", origin, "--tasks", tasks.ToString(CultureInfo.InvariantCulture), "--rate-limits", limited ? "true" : "false",
            "--latency", latencyMilliseconds.ToString(CultureInfo.InvariantCulture));
        await process.ReadyAsync($"{origin}/__sandbox/ledger?after=999999999");
        return new Portal(process, origin);
    }

    /// <summary>Calls of HubSpot's API so far, searches apart, and how many were turned away for the limit.</summary>
    public async Task<(int Ordinary, int Searches, int Refused)> CallsAsync()
    {
        var counters = (await http.GetFromJsonAsync<JsonElement>("/__sandbox/calls")).GetProperty("counters");
        var calls = counters.EnumerateObject()
            .Where(c => c.Name.Contains(" /crm/", StringComparison.Ordinal) || c.Name.Contains(" /account-info/", StringComparison.Ordinal) || c.Name.Contains(" /properties/", StringComparison.Ordinal))
            .Select(c => (c.Name, Count: c.Value.GetInt32())).ToList();
        var searches = calls.Where(c => c.Name.Contains("/search", StringComparison.Ordinal)).Sum(c => c.Count);
        return (calls.Sum(c => c.Count) - searches, searches, calls.Where(c => c.Name.EndsWith(" 429", StringComparison.Ordinal)).Sum(c => c.Count));
    }

    /// <summary>Calls so far that change tasks: alone, by hundreds, deletions.</summary>
    public async Task<int> WritesAsync()
    {
        var counters = (await http.GetFromJsonAsync<JsonElement>("/__sandbox/calls")).GetProperty("counters");
        return counters.EnumerateObject()
            .Where(c => c.Name.Contains("PATCH", StringComparison.Ordinal) || c.Name.Contains("/batch/update", StringComparison.Ordinal) || c.Name.Contains("/batch/archive", StringComparison.Ordinal))
            .Sum(c => c.Value.GetInt32());
    }

    /// <summary>Number of the newest effect.</summary>
    public async Task<long> NewestAsync() => (await LedgerAsync(0)).Select(e => e.GetProperty("sequence").GetInt64()).DefaultIfEmpty().Last();

    public async Task<bool> HasStatusAsync(long after, string task, string status) => (await LedgerAsync(after)).Any(e =>
        e.GetProperty("objectId").GetString() == task && e.TryGetProperty("properties", out var values)
        && values.ValueKind == JsonValueKind.Object && values.TryGetProperty("hs_task_status", out var now) && now.GetString() == status);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
    }

    private async Task<JsonElement[]> LedgerAsync(long after) => await http.GetFromJsonAsync<JsonElement[]>($"/__sandbox/ledger?after={after}") ?? [];
}
