using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dashboard.UnitTests.Support;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR.Protocol;
using SignalR = Microsoft.AspNetCore.SignalR;

namespace Dashboard.UnitTests.SignIn.Support;

/// <summary>An open page without a browser: speaks to the hub as the page's script does, or as a hostile one would.</summary>
internal sealed partial class CircuitClient(TestBrowser browser, string address) : SignalR.IInvocationBinder, IAsyncDisposable
{
    /// <summary>For the broken case only.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IHubProtocol protocol = (IHubProtocol)Activator.CreateInstance(
        typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.BlazorPack.BlazorPackHubProtocol")!, nonPublic: true)!;

    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<CompletionMessage>> waiting = new();
    private Task reading = Task.CompletedTask;
    private string? opening;
    private int calls;

    /// <summary>Names of what the server sent, with text arguments.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    public bool IsOpen => socket.State == WebSocketState.Open;

    public int Batches => Received.Count(r => r.StartsWith("JS.RenderBatch", StringComparison.Ordinal));

    /// <summary>Opens the test host's page as a browser would; the page's secret, with which it can be taken up again.</summary>
    public async Task<string> OpenPageAsync()
    {
        var page = await browser.ReadAsync("/live");
        var markers = Marker().Matches(page).Select(m => JsonSerializer.Deserialize<JsonElement>(m.Groups[1].Value)).ToList();
        await ConnectAsync();
        var secret = (string)(await CallAsync("StartCircuit", $"{address}/", $"{address}/live", "[]", "")).Result!;
        var operations = markers.Select((marker, i) => new { type = "add", ssrComponentId = i + 1, marker });
        await SendAsync(new InvocationMessage("UpdateRootComponents", [JsonSerializer.Serialize(new { batchId = 1, operations }), ""]));
        await Eventually.TrueAsync(() => Batches > 0);
        return secret;
    }

    public async Task ConnectAsync()
    {
        socket.Options.SetRequestHeader("Origin", address);
        socket.Options.SetRequestHeader("Cookie", string.Join("; ", browser.Cookies.Select(c => $"{c.Key}={c.Value}")));
        await socket.ConnectAsync(new Uri($"{address.Replace("http", "ws")}/_blazor"), CancellationToken.None);
        var hello = new ArrayBufferWriter<byte>();
        HandshakeProtocol.WriteRequestMessage(new HandshakeRequestMessage("blazorpack", 1), hello);
        await socket.SendAsync(hello.WrittenMemory, WebSocketMessageType.Binary, true, CancellationToken.None);
        var answer = new byte[1024];
        using var limit = new CancellationTokenSource(Patience);
        await socket.ReceiveAsync(answer, limit.Token);
        reading = ReadAsync();
    }

    public async Task<CompletionMessage> CallAsync(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref calls).ToString(System.Globalization.CultureInfo.InvariantCulture);
        opening = method == "StartCircuit" ? id : opening;
        var answer = waiting[id] = new TaskCompletionSource<CompletionMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new InvocationMessage(id, method, arguments));
        return await answer.Task.WaitAsync(Patience);
    }

    /// <summary>An event of the page: calls <see cref="LivePage.Ping"/>.</summary>
    public Task PingAsync() => SendAsync(new InvocationMessage("BeginInvokeDotNetFromJS", ["1", "Dashboard.UnitTests", "Ping", 0L, "[]"]));

    public async Task DropAsync()
    {
        socket.Abort();
        await reading.WaitAsync(Patience);
    }

    public Type GetReturnType(string invocationId) => opening == invocationId ? typeof(string) : typeof(bool);

    public IReadOnlyList<Type> GetParameterTypes(string methodName) => methodName switch
    {
        "JS.RenderBatch" => [typeof(long), typeof(byte[])],
        "JS.BeginInvokeJS" => [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)],
        "JS.EndInvokeDotNet" => [typeof(string), typeof(bool), typeof(string)],
        "JS.AttachComponent" => [typeof(int), typeof(string)],
        _ => [typeof(string)],
    };

    public Type GetStreamItemType(string streamId) => typeof(object);

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        socket.Dispose();
    }

    private async Task SendAsync(HubMessage message) =>
        await socket.SendAsync(protocol.GetMessageBytes(message), WebSocketMessageType.Binary, true, CancellationToken.None);

    private async Task ReadAsync()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var got = await socket.ReceiveAsync(pipe.Writer.GetMemory(16 * 1024), CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                pipe.Writer.Advance(got.Count);
                await pipe.Writer.FlushAsync();
                var read = await pipe.Reader.ReadAsync();
                var buffer = read.Buffer;
                while (protocol.TryParseMessage(ref buffer, this, out var message))
                {
                    await TakeAsync(message);
                }

                pipe.Reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection is over, which is what some tests wait for.
        }
    }

    private async Task TakeAsync(HubMessage message)
    {
        switch (message)
        {
            case CompletionMessage { InvocationId: { } id } done when waiting.TryRemove(id, out var asked):
                asked.SetResult(done);
                break;
            case InvocationMessage call:
                Received.Enqueue($"{call.Target} {string.Join(' ', call.Arguments.OfType<string>())}");
                if (call.Target == "JS.RenderBatch")
                {
                    await SendAsync(new InvocationMessage("OnRenderCompleted", [call.Arguments[0], null]));
                }

                break;
            case InvocationBindingFailureMessage failure:
                Received.Enqueue($"{failure.Target} (unread)");
                break;
        }
    }

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\\})-->")]
    private static partial Regex Marker();
}
