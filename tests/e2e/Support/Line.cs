using System.Text;
using System.Threading.Channels;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Support;

/// <summary>The line between a page and its server, in our hands: slow, holding answers back, cut. Of order nothing is changed.</summary>
internal sealed class Line
{
    private readonly TimeSpan half;
    private readonly Queue<Action> held = [];
    private readonly Lock gate = new();
    private Func<Task>? cut;
    private bool holds;
    private byte[]? deafAfter;

    private Line(TimeSpan half) => this.half = half;

    /// <summary>Sockets opened from now on run over this line; open the page after it.</summary>
    public static async Task<Line> TapAsync(IPage page, TimeSpan roundTrip = default)
    {
        var line = new Line(roundTrip / 2);
        await page.RouteWebSocketAsync("**/_blazor**", line.Join);
        return line;
    }

    /// <summary>What the server says waits until <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (gate)
        {
            holds = true;
        }
    }

    public void Release()
    {
        lock (gate)
        {
            holds = false;
            while (held.TryDequeue(out var send))
            {
                send();
            }
        }
    }

    /// <summary>From the first message of the page with this word on, the answers are lost.</summary>
    public void LoseAnswersAfter(string word) => deafAfter = Encoding.ASCII.GetBytes(word);

    /// <summary>Cuts the line of now; the next socket finds it whole.</summary>
    public Task CutAsync()
    {
        lock (gate)
        {
            held.Clear();
            (holds, deafAfter) = (false, null);
        }

        return cut!();
    }

    private void Join(IWebSocketRoute page)
    {
        var server = page.ConnectToServer();
        var deaf = false;
        var (up, down) = (Slow(frame => Send(server, frame)), Slow(frame => Send(page, frame)));
        cut = async () =>
        {
            await page.CloseAsync(new() { Code = 1001 });
            await server.CloseAsync(new() { Code = 1001 });
        };
        page.OnMessage(frame =>
        {
            deaf |= deafAfter is { } word && (frame.Binary ?? []).AsSpan().IndexOf(word) >= 0;
            up.TryWrite(frame);
        });
        server.OnMessage(frame =>
        {
            lock (gate)
            {
                if (holds)
                {
                    held.Enqueue(() => down.TryWrite(frame));
                }
                else if (!deaf)
                {
                    down.TryWrite(frame);
                }
            }
        });
    }

    private ChannelWriter<IWebSocketFrame> Slow(Action<IWebSocketFrame> pass)
    {
        var frames = Channel.CreateUnbounded<(IWebSocketFrame Frame, DateTimeOffset Due)>();
        _ = PassAsync();
        return new Stamped(frames.Writer, half);

        async Task PassAsync()
        {
            await foreach (var (frame, due) in frames.Reader.ReadAllAsync())
            {
                if (due - TimeProvider.System.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait);
                }

                pass(frame);
            }
        }
    }

    private static void Send(IWebSocketRoute to, IWebSocketFrame frame)
    {
        if (frame.Binary is { } bytes)
        {
            to.Send(bytes);
        }
        else
        {
            to.Send(frame.Text!);
        }
    }

    private sealed class Stamped(ChannelWriter<(IWebSocketFrame Frame, DateTimeOffset Due)> to, TimeSpan half) : ChannelWriter<IWebSocketFrame>
    {
        public override bool TryWrite(IWebSocketFrame item) => to.TryWrite((item, TimeProvider.System.GetUtcNow() + half));

        public override ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default) => to.WaitToWriteAsync(cancellationToken);
    }
}
