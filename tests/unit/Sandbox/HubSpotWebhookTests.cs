using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dashboard.Sandbox;
using Dashboard.Sandbox.Webhooks;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Events;
using Dashboard.UnitTests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

/// <summary>What an app is told by the sandbox, as HubSpot's pages describe it.</summary>
public sealed class HubSpotWebhookTests : IAsyncLifetime
{
    private const string Secret = "sandbox-secret";

    private readonly ConcurrentQueue<(string Body, string Signature, string Timestamp)> got = new();
    private readonly ConcurrentQueue<int> answers = new();
    private RunningSandbox sandbox = null!;
    private WebApplication app = null!;
    private HttpClient control = null!;

    private string Url => $"{app.Urls.First()}/hook?tag=a%2Fb";

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync(new SandboxOptions { Url = "http://127.0.0.1:0", Tasks = 120, RateLimits = false });
        control = new HttpClient { BaseAddress = new Uri(sandbox.Origin, "/__sandbox/") };
        app = WebApplication.CreateBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/hook", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            got.Enqueue((await reader.ReadToEndAsync(), http.Request.Headers["X-HubSpot-Signature-v3"]!, http.Request.Headers["X-HubSpot-Request-Timestamp"]!));
            return Results.StatusCode(answers.TryDequeue(out var status) ? status : 204);
        });
        await app.StartAsync();
    }

    [Fact]
    public async Task Every_effect_is_told_signed_in_arrays_of_at_most_a_hundred()
    {
        await SetAsync(new { url = Url, secret = Secret });
        Rename(120);
        await DeliveredAsync(120);

        Assert.All(got, call =>
        {
            var text = $"POST{Url.Replace("%2F", "/", StringComparison.Ordinal)}{call.Body}{call.Timestamp}";
            Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text))), call.Signature);
            Assert.InRange(Events(call.Body).Count, 1, 100);
        });
        var told = got.SelectMany(call => Events(call.Body)).ToList();
        Assert.Equal(120, told.Count);
        Assert.All(told, e => Assert.Equal(("object.propertyChange", "0-27", "hs_task_subject"), (Text(e, "subscriptionType"), Text(e, "objectTypeId"), Text(e, "propertyName"))));
    }

    [Fact]
    public async Task Creation_deletion_restore_and_both_ends_of_an_association_are_told()
    {
        await SetAsync(new { url = Url, secret = Secret });
        var portal = sandbox.World.Portal(SandboxWorld.MainPortal)!;
        var contact = portal[portal.Type("0-1")][0].Id;
        var made = await (await control.PostAsJsonAsync("edit", new
        {
            properties = new { hs_timestamp = "2026-12-01T09:00:00.000Z", hs_task_subject = "New" },
            associations = new[] { new { to = new { id = contact }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 204 } } } },
        })).Content.ReadFromJsonAsync<JsonElement>();
        var id = made.GetProperty("id").GetString()!;
        await control.PostAsJsonAsync("edit", new { id, archive = true });
        await control.PostAsJsonAsync("edit", new { id, restore = true });
        await DeliveredAsync(5);

        var kinds = got.SelectMany(call => Events(call.Body)).Select(e => Text(e, "subscriptionType")).Order(StringComparer.Ordinal);
        Assert.Equal(["object.associationChange", "object.associationChange", "object.creation", "object.deletion", "object.restore"], kinds);
    }

    [Fact]
    public async Task A_refusal_for_now_is_tried_again_with_the_next_attempt_number_and_one_for_good_is_not()
    {
        await SetAsync(new { url = Url, secret = Secret, retryMilliseconds = 1 });
        answers.Enqueue(503);
        answers.Enqueue(500);
        Rename(1);
        await DeliveredAsync(1);
        Assert.Equal([0, 1, 2], got.Select(call => Events(call.Body)[0].GetProperty("attemptNumber").GetInt32()));

        got.Clear();
        answers.Enqueue(401);
        Rename(1);
        await Eventually.TrueAsync(async () => (await CountsAsync()).GivenUp == 1);
        Assert.Single(got);
    }

    [Fact]
    public async Task Twice_backwards_and_with_losses_on_request()
    {
        await SetAsync(new { url = Url, secret = Secret, times = 2, reverse = true, dropEvery = 5 });
        Rename(20);
        await DeliveredAsync(16);
        Assert.Equal(32, got.Sum(call => Events(call.Body).Count));
        Assert.Equal(4, (await CountsAsync()).Dropped);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await control.PostAsJsonAsync("webhooks", new { url = Url, secret = Secret, misspelt = 1 })).StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        control.Dispose();
        await sandbox.DisposeAsync();
    }

    private void Rename(int tasks)
    {
        var world = sandbox.World;
        lock (world.Gate)
        {
            var table = world.Portal(SandboxWorld.MainPortal)!.Tables.Single(t => t.Type.Id == "0-27");
            for (var i = 0; i < tasks; i++)
            {
                world.Commit(new RecordUpdated("0-27", table[i].Id, new Dictionary<string, string?> { ["hs_task_subject"] = $"Renamed {i}" }) { Portal = SandboxWorld.MainPortal, At = world.Clock.NowMilliseconds });
            }
        }
    }

    private async Task SetAsync(object target) => (await control.PostAsJsonAsync("webhooks", target)).EnsureSuccessStatusCode();

    private Task DeliveredAsync(int events) => Eventually.TrueAsync(async () => (await CountsAsync()).Delivered == events);

    private async Task<WebhookCounts> CountsAsync() => (await control.GetFromJsonAsync<WebhookCounts>("webhooks"))!;

    private static List<JsonElement> Events(string body) => [.. JsonSerializer.Deserialize<JsonElement>(body).EnumerateArray()];

    private static string? Text(JsonElement told, string name) => told.GetProperty(name).GetString();
}
