using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Sandbox;
using Xunit;

namespace Dashboard.UnitTests.Sandbox;

/// <summary>A sandbox of one's own on a free port, and a plain client that speaks to it as any app would.</summary>
public sealed class HubSpotCaller : IAsyncDisposable
{
    private readonly HttpClient http;

    private HubSpotCaller(RunningSandbox sandbox)
    {
        Sandbox = sandbox;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.Origin };
    }

    public RunningSandbox Sandbox { get; }

    public string Token { get; private set; } = "";

    public string RefreshToken { get; private set; } = "";

    public static async Task<HubSpotCaller> StartAsync(Func<SandboxOptions, SandboxOptions>? change = null, string scopes = "")
    {
        var usual = new SandboxOptions { Url = "http://127.0.0.1:0", Tasks = 150, RateLimits = false, IndexLagMilliseconds = 0 };
        var caller = new HubSpotCaller(await SandboxHost.StartAsync(change?.Invoke(usual) ?? usual, TestContext.Current.CancellationToken));
        await caller.ConnectAsync(scopes);
        return caller;
    }

    public async Task ConnectAsync(string scopes = "", int hubId = 424242)
    {
        var (_, given) = await PostAsync($"/__sandbox/token?hubId={hubId}&scopes={Uri.EscapeDataString(scopes)}", null);
        Token = given.GetProperty("access_token").GetString()!;
        RefreshToken = given.GetProperty("refresh_token").GetString()!;
    }

    public void UseToken(string token) => Token = token;

    public Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, object? body) => SendAsync(HttpMethod.Post, path, body);

    public Task<(HttpStatusCode Status, JsonElement Body)> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<(HttpStatusCode Status, JsonElement Body)> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, body);

    public Task<(HttpStatusCode Status, JsonElement Body)> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body)
    {
        using var answer = await RawAsync(method, path, body is null ? null : JsonContent.Create(body));
        return (answer.StatusCode, await ReadAsync(answer));
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> FormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await FormRawAsync(path, fields);
        return (answer.StatusCode, await ReadAsync(answer));
    }

    public Task<HttpResponseMessage> FormRawAsync(string path, params (string Name, string Value)[] fields) =>
        RawAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<HttpResponseMessage> RawAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (Token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> TextAsync(string path)
    {
        using var answer = await RawAsync(HttpMethod.Get, path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A new task; its id.</summary>
    public async Task<string> NewTaskAsync(string subject = "A task", params (string Name, object Value)[] more)
    {
        var properties = new Dictionary<string, object> { ["hs_timestamp"] = "2026-11-25T10:00:00Z", ["hs_task_subject"] = subject };
        foreach (var (name, value) in more)
        {
            properties[name] = value;
        }

        var (status, made) = await PostAsync("/crm/v3/objects/tasks", new { properties });
        Assert.Equal(HttpStatusCode.Created, status);
        return made.GetProperty("id").GetString()!;
    }

    /// <summary>The id of the first record of a type.</summary>
    public async Task<string> FirstAsync(string type) =>
        (await GetAsync($"/crm/v3/objects/{type}?limit=1")).Body.GetProperty("results")[0].GetProperty("id").GetString()!;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Sandbox.DisposeAsync();
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.StartsWith('{') || text.StartsWith('[') ? JsonDocument.Parse(text).RootElement.Clone() : default;
    }
}
