using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Dashboard.Bench.Rig;

/// <summary>Puts a round-trip time in front of a server on this machine: half of it in each direction, order kept.</summary>
internal sealed class DelayProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly int target;
    private readonly TimeSpan half;
    private readonly Task accepting;

    public DelayProxy(int target, TimeSpan roundTrip)
    {
        (this.target, half) = (target, roundTrip / 2);
        listener.Start();
        Origin = $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";
        accepting = AcceptAsync();
    }

    public string Origin { get; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = JoinAsync(client);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            // The measure is over.
        }
    }

    private async Task JoinAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient { NoDelay = true })
        {
            client.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(CarryAsync(client.GetStream(), server.GetStream()), CarryAsync(server.GetStream(), client.GetStream()));
        }
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var parts = Channel.CreateUnbounded<(byte[] Bytes, DateTime Due)>();
        var writing = WriteAsync(parts.Reader, to);
        try
        {
            var buffer = new byte[64 * 1024];
            while (await from.ReadAsync(buffer, stop.Token) is > 0 and var read)
            {
                parts.Writer.TryWrite((buffer[..read], DateTime.UtcNow + half));
            }
        }
        catch (Exception over) when (over is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One side hung up.
        }

        parts.Writer.Complete();
        await writing;
    }

    private async Task WriteAsync(ChannelReader<(byte[] Bytes, DateTime Due)> parts, NetworkStream to)
    {
        try
        {
            await foreach (var (bytes, due) in parts.ReadAllAsync(stop.Token))
            {
                if (due - DateTime.UtcNow is var wait && wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, stop.Token);
                }

                await to.WriteAsync(bytes, stop.Token);
            }
        }
        catch (Exception over) when (over is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One side hung up.
        }
    }
}
