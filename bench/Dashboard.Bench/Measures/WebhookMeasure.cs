using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Bench.Measures;

/// <summary>
/// A burst of signed webhooks, a hundred events a call, every tenth call sent twice. Some of the tasks they name did change, and search is kept
/// from showing it: whatever arrives arrived by webhook.
/// </summary>
internal static class WebhookMeasure
{
    private const int PerCall = 100;
    private const int Edited = 200;
    private const string Subject = "Told by webhook";

    public static async Task RunAsync(Choices choices)
    {
        var tasks = (choices.Tasks ?? [3_000])[0];
        await using var scene = await Scene.SetAsync(tasks);
        await using var db = scene.Product.Database.Open(scene.Owner.Workspace);
        var hub = await db.Connections.Select(c => c.HubId).SingleAsync();
        var ids = await db.Tasks.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync();
        await EditAsync(scene.Portal, ids);

        var calls = choices.Rate * choices.Seconds / PerCall;
        var (acks, refused) = (new ConcurrentBag<double>(), 0);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var started = Stopwatch.GetTimestamp();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(PerCall / (double)choices.Rate));
        var sending = new List<Task>();
        for (var call = 0; call < calls && await pace.WaitForNextTickAsync(); call++)
        {
            var body = Body(hub, ids, call);
            for (var time = 0; time < (call % 10 == 0 ? 2 : 1); time++)
            {
                sending.Add(PostAsync(http, scene.Product.Origin, body, acks, () => Interlocked.Increment(ref refused)));
            }
        }

        await Task.WhenAll(sending);
        var burst = Stopwatch.GetElapsedTime(started);
        await Until.HoldsAsync(async () => !await db.WebhookHints.AnyAsync(), TimeSpan.FromMinutes(5));
        var converged = Stopwatch.GetElapsedTime(started);
        var arrived = await db.Tasks.CountAsync(t => t.Subject == Subject);
        var stored = await db.Database.SqlQuery<long>($"SELECT seq AS Value FROM sqlite_sequence WHERE name = 'WebhookHints'").SingleAsync();

        var sorted = acks.Order().ToList();
        Sheet.Title(string.Create(CultureInfo.InvariantCulture, $"{choices.Rate:N0} events a second for {choices.Seconds} s, {calls:N0} distinct calls, {tasks:N0} tasks · load {Machine.Load()}"));
        Sheet.Print(string.Create(CultureInfo.InvariantCulture, $"  acknowledged p50 {sorted[sorted.Count / 2]:N0} ms, p99 {sorted[(int)(sorted.Count * 0.99)]:N0} ms, most {sorted[^1]:N0} ms; not acknowledged {refused}"));
        Sheet.Print(string.Create(CultureInfo.InvariantCulture, $"  sent in {burst.TotalSeconds:N1} s ({calls * PerCall / burst.TotalSeconds:N0} distinct events a second), all read after {converged.TotalSeconds:N1} s"));
        Sheet.Print(string.Create(CultureInfo.InvariantCulture, $"  lost {Edited - arrived} of {Edited} changes; stored {stored:N0} events of {calls * PerCall:N0} distinct ones"));
    }

    private static async Task EditAsync(Portal portal, List<long> ids)
    {
        using var http = new HttpClient { BaseAddress = new Uri(portal.Origin) };
        (await http.PostAsJsonAsync("/__sandbox/lag", new { milliseconds = 3_600_000 })).EnsureSuccessStatusCode();
        foreach (var id in ids.Where((_, at) => at % (ids.Count / Edited) == 0).Take(Edited))
        {
            (await http.PostAsJsonAsync("/__sandbox/edit", new { id = id.ToString(CultureInfo.InvariantCulture), properties = new { hs_task_subject = Subject } })).EnsureSuccessStatusCode();
        }
    }

    private static string Body(long hub, List<long> ids, int call) => JsonSerializer.Serialize(Enumerable.Range(0, PerCall).Select(i => new
    {
        eventId = i, portalId = hub, subscriptionId = 7, subscriptionType = "object.propertyChange", objectTypeId = "0-27",
        objectId = ids[((call * PerCall) + i) % ids.Count], propertyName = "hs_task_subject", propertyValue = $"{call}-{i}", occurredAt = 1_700_000_000_000 + call, attemptNumber = 0,
    }));

    private static async Task PostAsync(HttpClient http, string origin, string body, ConcurrentBag<double> acks, Action refused)
    {
        var address = $"{origin}/webhooks/hubspot";
        var sent = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData("sandbox-secret"u8, Encoding.UTF8.GetBytes($"POST{address}{body}{sent}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "X-HubSpot-Signature-v3", Convert.ToBase64String(signature) }, { "X-HubSpot-Request-Timestamp", sent } },
        };
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        if (answer.IsSuccessStatusCode)
        {
            acks.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        else
        {
            refused();
        }
    }
}
