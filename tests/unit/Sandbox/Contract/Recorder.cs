using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dashboard.UnitTests.Sandbox.Contract;

/// <summary>Stands on the wire between a client and the sandbox, passes every call on and keeps it with its answer.</summary>
internal sealed class Recorder : IAsyncDisposable
{
    private readonly ConcurrentQueue<Exchange> seen = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly WebApplication app;

    private Recorder()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(PassAsync);
    }

    /// <summary>The sandbox behind; set before the first call.</summary>
    public Uri? Target { get; set; }

    public string Origin => app.Urls.First();

    public IReadOnlyCollection<Exchange> Seen => seen;

    public static async Task<Recorder> StartAsync()
    {
        var recorder = new Recorder();
        await recorder.app.StartAsync();
        return recorder;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task PassAsync(HttpContext call)
    {
        using var body = new MemoryStream();
        await call.Request.Body.CopyToAsync(body);
        var asked = new HttpRequestMessage(new HttpMethod(call.Request.Method), new Uri(Target!, $"{call.Request.Path}{call.Request.QueryString}")) { Content = body.Length > 0 ? new ByteArrayContent(body.ToArray()) : null };
        foreach (var (name, values) in call.Request.Headers.Where(header => header.Key is "Authorization" or "Content-Type"))
        {
            _ = asked.Headers.TryAddWithoutValidation(name, values.ToArray()) || asked.Content?.Headers.TryAddWithoutValidation(name, values.ToArray()) == true;
        }

        using var answer = await http.SendAsync(asked);
        var text = await answer.Content.ReadAsStringAsync();
        seen.Enqueue(new Exchange(call.Request.Method, call.Request.Path, call.Request.QueryString.Value ?? "", System.Text.Encoding.UTF8.GetString(body.ToArray()), (int)answer.StatusCode, text));
        call.Response.StatusCode = (int)answer.StatusCode;
        call.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (text.Length > 0)
        {
            await call.Response.WriteAsync(text);
        }
    }
}
