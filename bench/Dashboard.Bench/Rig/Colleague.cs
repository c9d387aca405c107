using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dashboard.Bench.Rig;

/// <summary>Somebody who works in HubSpot's own screens, and the weather there.</summary>
internal sealed class Colleague(Portal portal) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(portal.Origin) };

    public Task RenameAsync(long task, string subject) => PostAsync("edit", new { id = Text(task), properties = new { hs_task_subject = subject } });

    public Task ArchiveAsync(long task) => PostAsync("edit", new { id = Text(task), archive = true });

    public async Task<long> CreateAsync(string subject)
    {
        var made = await PostAsync("edit", new { properties = new { hs_task_subject = subject, hs_timestamp = "2026-12-01T09:00:00Z" } });
        return long.Parse(made.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>Search shows a write that much later.</summary>
    public Task LagAsync(int milliseconds, int jitter) => PostAsync("lag", new { milliseconds, jitterMilliseconds = jitter });

    public Task SendWebhooksAsync(string url) => PostAsync("webhooks", new { url, secret = "sandbox-secret" });

    /// <param name="effect">Such as <c>new { kind = "reset" }</c>.</param>
    /// <param name="count">How many calls it strikes.</param>
    public Task FaultAsync(object effect, int count) => PostAsync("faults", new[] { new { match = new { count }, effect } });

    public async Task ClearAsync() => (await http.DeleteAsync("/__sandbox/faults")).EnsureSuccessStatusCode();

    public void Dispose() => http.Dispose();

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private async Task<JsonElement> PostAsync(string handle, object body)
    {
        using var answer = await http.PostAsJsonAsync($"/__sandbox/{handle}", body);
        answer.EnsureSuccessStatusCode();
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
