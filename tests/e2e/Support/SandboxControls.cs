using System.Net.Http.Json;
using System.Text.Json;

namespace Dashboard.EndToEndTests.Support;

/// <summary>The sandbox's handles, as <c>/__sandbox</c> offers them.</summary>
internal sealed class SandboxControls(string origin) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(origin) };

    public string Origin => origin;

    /// <summary>Every effect after a sequence number, oldest first.</summary>
    public async Task<Effect[]> LedgerAsync(long after = 0) =>
        (await http.GetFromJsonAsync<Effect[]>($"/__sandbox/ledger?after={after}", JsonSerializerOptions.Web))!;

    public async Task<long> NowAsync() => (await LedgerAsync()) is [.., var last] ? last.Sequence : 0;

    /// <summary>Waits until HubSpot holds a value of a task, and answers with every write of that property after a sequence number.</summary>
    public async Task<Effect[]> HasAsync(string task, string property, string? value, long after)
    {
        bool Writes(Effect effect) => effect.ObjectId == task && effect.Properties?.ContainsKey(property) == true;
        var ledger = await Eventually.BecomesAsync(
            () => LedgerAsync(after), all => all.LastOrDefault(Writes) is { } last && last.Properties![property] == value, $"task {task} with {property} = {value} in HubSpot");
        return [.. ledger.Where(Writes)];
    }

    /// <summary>Strikes calls whose method and path fit. <paramref name="effect"/> as the sandbox's FaultEffect.</summary>
    public async Task FaultAsync(string method, string path, object effect, int? count = null)
    {
        using var answer = await http.PostAsJsonAsync("/__sandbox/faults", new[] { new { match = new { method, path, count }, effect } });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until a fault has struck: the call it strikes is on its way now.</summary>
    public Task StruckAsync() => Eventually.HoldsAsync(async () => await StrikesAsync() > 0, "a call that meets the fault");

    /// <summary>How many calls met a fault.</summary>
    public async Task<int> StrikesAsync() => (await http.GetFromJsonAsync<JsonElement[]>("/__sandbox/faults"))!.Sum(rule => rule.GetProperty("struck").GetInt32());

    public async Task ClearFaultsAsync()
    {
        using var answer = await http.DeleteAsync(new Uri("/__sandbox/faults", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A colleague in HubSpot's own screens creates (no id) or edits a record.</summary>
    /// <returns>The record's id.</returns>
    public async Task<string> EditAsync(object edit)
    {
        using var answer = await http.PostAsJsonAsync("/__sandbox/edit", edit);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!
            : throw new InvalidOperationException($"The sandbox refused the edit: {body}");
    }

    /// <summary>A colleague puts a task into the recycling bin.</summary>
    public async Task ArchiveAsync(string id)
    {
        using var answer = await http.PostAsJsonAsync("/__sandbox/edit", new { id, archive = true });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Somebody makes a task repeat, by HubSpot's own interface.</summary>
    /// <param name="rule">RFC 5545, with its prefix.</param>
    /// <param name="startsAt">ISO 8601.</param>
    public async Task RepeatAsync(string id, string rule, string startsAt)
    {
        using var given = await http.PostAsync(new Uri("/__sandbox/token", UriKind.Relative), null);
        var token = (await given.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        var series = new { taskId = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), properties = new { }, series = new { repeatInterval = rule, repeatStatus = "ACTIVE", startsAt } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/crm/task-series/2026-09-beta") { Content = JsonContent.Create(series) };
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How often the product asked how tasks repeat.</summary>
    public async Task<int> SeriesCallsAsync() => (await http.GetFromJsonAsync<JsonElement>("/__sandbox/calls")).GetProperty("recent").EnumerateArray()
        .Count(call => call.GetProperty("method").GetString() == "GET" && call.GetProperty("path").GetString()!.Contains("task-series", StringComparison.Ordinal));

    /// <summary>An administrator makes properties of tasks mandatory for a status.</summary>
    public async Task RequireAsync(string status, params string[] properties)
    {
        using var answer = await http.PostAsJsonAsync("/__sandbox/rules", new { objectType = "tasks", when = new { hs_task_status = status }, require = properties });
        answer.EnsureSuccessStatusCode();
    }

    public async Task SwitchAsync(object switches)
    {
        using var answer = await http.PostAsJsonAsync("/__sandbox/switches", switches);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Has the sandbox tell the product of every effect, as the app's settings in HubSpot would.</summary>
    public async Task SendWebhooksAsync(object target)
    {
        using var answer = await http.PostAsJsonAsync("/__sandbox/webhooks", target);
        answer.EnsureSuccessStatusCode();
    }

    public async Task LagAsync(TimeSpan lag)
    {
        using var answer = await http.PostAsJsonAsync("/__sandbox/lag", new { milliseconds = (int)lag.TotalMilliseconds });
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => http.Dispose();
}

/// <summary>One line of the ledger.</summary>
internal sealed record Effect(long Sequence, string Kind, string? Method, string? Path, string? ObjectType, string? ObjectId, Dictionary<string, string?>? Properties);
